// All that has to be there for the rest to be loaded.
import('./main.ts').catch((error: unknown) => {
  process.stderr.write(`The program cannot be loaded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
