// The timer of a call, the length that follows it until someone chooses one, and a ticket once there are words to keep.
const timer = document.getElementById('timer');
const form = document.querySelector('form[data-call]');

// The longest call of a band in minutes: the number its key ends with, none where it begins with "over".
function longest(band) {
  return band.value.startsWith('over') ? Infinity : Number(band.value.match(/\d+$/)[0]);
}

if (timer && form) {
  const begin = Date.now();
  const bands = [...form.querySelectorAll('input[name=duration]')];
  let byHand = bands.some((band) => band.checked);
  bands.forEach((band) => band.addEventListener('change', () => {
    byHand = true;
  }));
  const tick = () => {
    const seconds = Math.floor((Date.now() - begin) / 1000);
    timer.textContent = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    if (!byHand) {
      const band = bands.find((each) => seconds <= longest(each) * 60);
      if (band) {
        band.checked = true;
      }
    }
  };
  timer.closest('[data-timer]').hidden = false;
  tick();
  setInterval(tick, 1000);

  form.addEventListener('input', (event) => {
    const none = form.querySelector('input[name=ticket][value=none]');
    if (['note', 'callback', 'followUp'].includes(event.target.name) && event.target.value && none.checked) {
      [...form.querySelectorAll('input[name=ticket]')].at(-1).checked = true;
    }
  });
}
