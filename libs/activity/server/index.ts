export * from './activity.module';
export { AgencyExports } from './export/agency-exports.service';
