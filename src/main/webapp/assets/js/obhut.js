// Everything here is a comfort: each page and form works without it.
import './lock.js';
import './sign-in.js';
import './account.js';
import './draft.js';
import './desk.js';
import './live.js';
import './call.js';
import './print.js';
