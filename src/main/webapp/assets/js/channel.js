// What the windows of one browser tell each other: that someone is active, that the session is over, that the desk moved.
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('obhut') : null;
const listeners = new Map();

channel?.addEventListener('message', (event) => listeners.get(event.data.kind)?.(event.data.value));

export function tell(kind, value) {
  channel?.postMessage({ kind, value });
}

export function hear(kind, listener) {
  listeners.set(kind, listener);
}
