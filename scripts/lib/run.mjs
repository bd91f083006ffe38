import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/**
 * Runs a command in the checkout's top folder and gives its exit status; 127 where it cannot be started.
 * SIGINT and SIGTERM to this process are handed on, so that stopping the parent stops what it started.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quietOutput?: boolean, shell?: boolean }} [options]
 *   quietOutput: what the command prints goes to standard error, leaving standard output to the caller's result
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env ?? process.env,
      stdio: options.quietOutput ? ['ignore', 2, 2] : 'inherit',
      shell: options.shell ?? false,
    });
    const signals = ['SIGINT', 'SIGTERM'];
    const handOn = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, handOn);
    const done = (status) => {
      for (const signal of signals) process.removeListener(signal, handOn);
      resolve(status);
    };
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      done(127);
    });
    child.once('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Runs a script with this same Node. */
export const runNode = (args, options) => run(process.execPath, args, options);
