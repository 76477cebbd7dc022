// Counts down to the end of the payment's time; without JavaScript the page names the hour.
const place = document.getElementById('countdown');
const end = performance.now() + Number(place.dataset.seconds) * 1000;
const digits = new Intl.NumberFormat('fa-IR', { minimumIntegerDigits: 2 });

function show() {
  const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
  place.textContent = `(${digits.format(Math.floor(seconds / 60))}:${digits.format(seconds % 60)})`;
  if (seconds > 0) setTimeout(show, 1000);
}
show();
