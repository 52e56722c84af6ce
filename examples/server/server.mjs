// @ts-check
// Shows a small server of one's own, where `afterview serve` is not what is wanted:
//   node examples/server/server.mjs, then: curl localhost:8080 -d '{ "answers": { "outcome": "rejected", "arrival": "late" } }'
import { createServer } from 'node:http';
import { safeDiagnoseHistory, safeOpenAnswersFile, toText } from 'afterview';

const MOST_BYTES = 64 * 1024;

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > MOST_BYTES) throw new RangeError('too large');
  }
  return JSON.parse(text);
}

const server = createServer(async (request, response) => {
  const read = await bodyOf(request).then(safeOpenAnswersFile, () => undefined);
  const result = read?.ok ? safeDiagnoseHistory(read.value.interviews, read.value) : read;
  response.setHeader('content-type', 'application/json');
  if (!result) response.writeHead(400).end('{ "error": "this is no JSON, or too much of it" }');
  else if (!result.ok) response.writeHead(422).end(JSON.stringify({ problems: result.problems })); // each with a path and a hint
  else response.end(JSON.stringify({ verdict: result.value.headline.verdict, page: toText(result.value) }));
});

server.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`listening at http://127.0.0.1:${address.port}`);
});
