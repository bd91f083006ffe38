import { serveThread } from '../../core/threads.ts';
import { CompilerError, type CompilerReply, type CompilerTask, createCompiler } from './compiler.ts';

const compiler = createCompiler();

serveThread<CompilerTask, CompilerReply>((task) => {
  // Native objects are freed only when the event loop turns; without this, memory grows by over 1 MB a letter.
  setImmediate(() => compiler.tidy());
  try {
    const result = compiler.run(task);
    return { result, transfer: [] };
  } catch (error) {
    if (error instanceof CompilerError) return { result: { failure: error.failure } };
    throw error;
  }
});
