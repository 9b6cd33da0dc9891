// Notices of the browser: that something waits, and nothing of what. Off until chosen in this browser, and only while nobody looks.
import { hear, tell } from './channel.js';

const COOKIE = 'obhut-notices';
const YEAR = 365 * 24 * 60 * 60;
const ANSWER = 250;
const MARK = '● ';
let seen = false;

// A cookie, since the browser's other storage is emptied at sign-out. It says nothing but on or off.
function on() {
  return document.cookie.split('; ').includes(`${COOKIE}=on`) && permission() === 'granted';
}

function choose(chosen) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${COOKIE}=${chosen ? 'on' : 'off'}; Path=/; SameSite=Strict; Max-Age=${YEAR}${secure}`;
}

function permission() {
  return 'Notification' in window ? Notification.permission : 'none';
}

// The windows of a browser mark their titles; which ones they are says nothing.
function mark() {
  if (document.hidden && !document.title.startsWith(MARK)) {
    document.title = MARK + document.title;
  }
}

function unmark() {
  if (!document.hidden && document.title.startsWith(MARK)) {
    document.title = document.title.slice(MARK.length);
  }
}

function show() {
  const words = document.getElementById('announce').dataset.waits;
  const notice = new Notification(words, { tag: 'obhut', lang: document.documentElement.lang });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
}

// Called in the one window that listens to the server, so that many windows show one notice.
export function waits() {
  tell('waits');
  mark();
  if (!on() || !document.hidden) {
    return;
  }
  seen = false;
  tell('looking');
  setTimeout(() => {
    if (!seen && document.hidden) {
      show();
    }
  }, ANSWER);
}

hear('waits', mark);
hear('looking', () => {
  if (!document.hidden) {
    tell('seen');
  }
});
hear('seen', () => {
  seen = true;
});
document.addEventListener('visibilitychange', unmark);

function state() {
  if (permission() === 'none' || permission() === 'denied') {
    return permission();
  }
  return on() ? 'on' : 'off';
}

const button = document.getElementById('notices');

function draw() {
  const now = state();
  document.getElementById('notices-state').textContent = button.dataset[`state${now}`];
  button.textContent = button.dataset[now === 'on' ? 'off' : 'on'];
  button.hidden = now === 'none' || now === 'denied';
}

if (button) {
  draw();
  button.addEventListener('click', async () => {
    if (on()) {
      choose(false);
    } else if ((await Notification.requestPermission()) === 'granted') {
      choose(true);
    }
    draw();
  });
}
