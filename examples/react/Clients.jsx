import { useState } from 'react';
import 'afterview/element';

const clients = ['Client 1', 'Client 2'];

/** What a coach has open: one client's questions at a time. The application keeps the answers; the element asks and shows. */
export function Clients() {
  const [current, setCurrent] = useState(clients[0]);
  const [files, setFiles] = useState({});
  const { answers = {}, verdict } = files[current] ?? {};
  const keep = change => setFiles(before => ({ ...before, [current]: { ...before[current], ...change } }));
  return (
    <>
      <h1>Clients and their interviews</h1>
      <nav aria-label="Clients">
        {clients.map(client => <button key={client} aria-pressed={client === current} onClick={() => setCurrent(client)}>{client}</button>)}
      </nav>
      <after-view
        key={current}
        short
        answers={answers}
        onanswer={({ detail }) => keep({ answers: detail.answers })}
        ondiagnosis={({ detail }) => keep({ verdict: detail.headline.verdict })}
      />
      <p role="status">{current}: {Object.keys(answers).length} answered{verdict ? `, ${verdict}` : ''}.</p>
    </>
  );
}
