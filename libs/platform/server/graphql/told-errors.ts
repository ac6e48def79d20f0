import { Catch, type ExceptionFilter } from '@nestjs/common';
import { GraphQLError } from 'graphql';

/**
 * What is told to whoever asked («sign in first») is expected. Nest would log it as an error with its stack, as often as a stranger
 * likes.
 */
@Catch(GraphQLError)
export class ToldErrors implements ExceptionFilter<GraphQLError> {
  catch(problem: GraphQLError): never {
    throw problem;
  }
}
