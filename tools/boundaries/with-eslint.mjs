// Prints, per planted text, the rules by which ESLint refuses it. The texts need no file, so nobody else meets them.
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { ALLOWED, PLANTED } from './planted.mjs';

const eslint = new ESLint({ overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }] });

const rulesAgainst = async ({ file, code }) => {
  const [result] = await eslint.lintText(code, { filePath: file });
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
};

const answers = {};
for (const text of [...PLANTED, ...ALLOWED]) answers[text.name] = await rulesAgainst(text);
process.stdout.write(JSON.stringify(answers));
