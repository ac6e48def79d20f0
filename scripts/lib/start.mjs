import { finishRestore } from './backup/restore.mjs';
import { dataFolder } from './data-folder.mjs';
import { endOnSignals, guarded } from './lifetime.mjs';
import { step } from './log.mjs';
import { startProduct } from './product.mjs';

export async function start() {
  endOnSignals({ message: 'Stopping …' });
  await guarded(async () => {
    const dataDir = dataFolder();
    finishRestore(dataDir);
    const { address, logins } = await startProduct({ dataDir, externalUrl: process.env.DATABASE_URL });
    step('Ready');
    process.stdout.write(welcome(address, dataDir, logins));
  });
}

function welcome(address, dataDir, logins) {
  const lines = ['', `  Planerka is at ${address}`, ''];
  if (logins.length > 0) {
    const width = Math.max(...logins.map(({ email }) => email.length));
    lines.push('  The demo agency can be entered as', '');
    for (const { role, email, password } of logins) lines.push(`    ${email.padEnd(width)}  ${password}  ${role}`);
    lines.push('');
  }
  lines.push(`  Data and logs: ${dataDir}`, '  Ctrl-C stops it', '');
  return `${lines.join('\n')}\n`;
}
