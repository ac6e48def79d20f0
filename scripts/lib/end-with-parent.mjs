// Loaded into a child before its own code: it ends when the process that started it is gone, even by kill -9.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
