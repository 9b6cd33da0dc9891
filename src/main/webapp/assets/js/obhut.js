// Everything here is a comfort: each page and form works without it.
import './lock.js';
import './sign-in.js';
import './account.js';
import './passkey.js';
import './files.js';
import './rule.js';
import './draft.js';
import './insert.js';
import './blocks.js';
import './desk.js';
import './live.js';
import './presence.js';
import './bulk.js';
import './keys.js';
import './notices.js';
import './call.js';
import './print.js';
