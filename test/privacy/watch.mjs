/**
 * Loaded before a program (`node --import`): notes in the file that WATCHED names whatever the program opens or writes.
 * What would reach beyond the process is refused, so that nothing leaves the machine even when something is wrong.
 */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import workers from 'node:worker_threads';

const { writeSync } = fs;
const notes = fs.openSync(process.env['WATCHED'] ?? '', 'a');

/** @type {(call: string, ...details: readonly unknown[]) => void} */
function note(call, ...details) {
  writeSync(notes, `${JSON.stringify([call, ...details.map(String)])}\n`);
}

/** @typedef {Record<string, unknown>} Loose */

/** @type {(owner: object, names: readonly string[], called: string) => void} */
function refuse(owner, names, called) {
  for (const name of names) {
    if (typeof /** @type {Loose} */ (owner)[name] !== 'function') continue;
    const refusal = function refused() {
      note(`${called}.${name}`);
      throw new Error(`refused: ${called}.${name}`);
    };
    Object.defineProperty(owner, name, { value: refusal, configurable: true, writable: true });
  }
}

/** @type {(owner: object) => readonly string[]} */
function lookups(owner) {
  return Object.getOwnPropertyNames(owner).filter(name => /^(?:lookup|resolve|reverse)/.test(name));
}

refuse(net.Socket.prototype, ['connect'], 'net.Socket');
refuse(net.Server.prototype, ['listen'], 'net.Server');
refuse(dgram.Socket.prototype, ['bind', 'connect', 'send'], 'dgram.Socket');
for (const [owner, called] of /** @type {const} */ ([[dns, 'dns'], [dns.promises, 'dns.promises'], [dns.Resolver.prototype, 'dns.Resolver'], [dns.promises.Resolver.prototype, 'dns.promises.Resolver']])) {
  refuse(owner, lookups(owner), called);
}
refuse(http, ['request', 'get'], 'http');
refuse(https, ['request', 'get'], 'https');
refuse(http2, ['connect'], 'http2');
refuse(tls, ['connect'], 'tls');
refuse(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'globalThis');
refuse(childProcess, Object.keys(childProcess).filter(name => /^(?:spawn|exec|fork)/.test(name)), 'child_process');
refuse(childProcess.ChildProcess.prototype, ['spawn'], 'child_process.ChildProcess');
refuse(workers, ['Worker'], 'worker_threads');
refuse(inspector, ['open'], 'inspector');

/** What only looks. Any other function of `node:fs`, also one of a later Node, counts as writing. */
const looking = /^(?:l?stat|fstat|statfs|access|exists|read|readv|readFile|readdir|readlink|realpath|close|opendir|createReadStream|openAsBlob|watch|watchFile|unwatchFile|glob)(?:Sync)?$/;

/** @type {(flags: unknown) => boolean} */
function opensToRead(flags) {
  if (typeof flags === 'number') return (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_TRUNC | fs.constants.O_APPEND)) === 0;
  return typeof flags !== 'string' || /^(?:r|rs|sr)$/.test(flags);
}

/** @type {(owner: Loose, called: string) => void} */
function noteWriting(owner, called) {
  for (const [name, original] of Object.entries(owner)) {
    if (typeof original !== 'function' || !/^[a-z]/.test(name) || looking.test(name)) continue;
    /** @type {(this: unknown, ...given: unknown[]) => unknown} */
    const noted = function noted(...given) {
      if (!/^open(?:Sync)?$/.test(name) || !opensToRead(given[1])) note(`${called}.${name}`, ...(/^(?:rename|copyFile|cp|link|symlink)/.test(name) ? given.slice(0, 2) : given.slice(0, 1)));
      return Reflect.apply(original, this, given);
    };
    owner[name] = Object.assign(noted, original);
  }
}

noteWriting(/** @type {Loose} */ (/** @type {unknown} */ (fs.promises)), 'fs.promises');
noteWriting(/** @type {Loose} */ (/** @type {unknown} */ (fs)), 'fs');
syncBuiltinESMExports();
