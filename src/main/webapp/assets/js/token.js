// The form token of this page, for what scripts post.
export function withToken(fields = {}) {
  const body = new URLSearchParams(fields);
  const token = document.querySelector('form[method=post] input[type=hidden]');
  if (token) {
    body.set(token.name, token.value);
  }
  return body;
}
