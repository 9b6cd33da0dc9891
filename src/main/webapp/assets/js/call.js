// The timer of a call, and the duration band that follows it until someone chooses one by hand.
const timer = document.getElementById('timer');

if (timer) {
  const begin = Date.now();
  const bands = [...document.querySelectorAll('input[name=duration]')];
  let byHand = bands.some((band) => band.checked);
  bands.forEach((band) => band.addEventListener('change', () => {
    byHand = true;
  }));
  const tick = () => {
    const seconds = Math.floor((Date.now() - begin) / 1000);
    timer.textContent = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    if (!byHand) {
      const band = bands.find((each) => seconds <= Number(each.dataset.upTo) * 60) ?? bands.at(-1);
      if (band) {
        band.checked = true;
      }
    }
  };
  timer.closest('[data-timer]').hidden = false;
  tick();
  setInterval(tick, 1000);
}
