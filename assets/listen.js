// A chart as sound: its marks one after the other, as high as their values on a scale from zero. Loaded when it is asked for.
// It reads the marks of the page, makes its tones in the browser, loads nothing, and plays only what a reader has started.

const WORDS = {
  de: {
    title: 'Die Grafik anhören', play: 'Noch einmal', stop: 'Anhalten', close: 'Schließen', volume: 'Lautstärke',
    how: 'Je höher der Ton, desto größer der Wert. Zwei Töne zugleich: eine Spanne. Ein steigender Ton: mindestens so viel. Rauschen: keine Angabe. Ein Schlag: mein Land.',
    silent: 'Ihr Browser kann hier keine Töne erzeugen.',
  },
  en: {
    title: 'Listen to the chart', play: 'Once more', stop: 'Stop', close: 'Close', volume: 'Volume',
    how: 'The higher the tone, the larger the figure. Two tones at once: a band. A rising tone: at least that much. Noise: no figure. A beat: my state.',
    silent: 'Your browser cannot make sounds here.',
  },
};

/** The tone of nothing, in hertz; the largest value lies two octaves above it. */
const LOWEST = 220;
/** Longest time for all marks and for one, in seconds. */
const [MOST, LONGEST] = [5.6, 0.4];

/** What is heard of each mark: its lower and upper bound (`null`: open, or no figure), and whether it is the reader's. */
function heard(marks) {
  return marks.map((mark) => {
    const { value, low, high } = mark.dataset;
    const amount = (text) => (text === undefined ? null : Number(text));
    const from = amount(low ?? value);
    const isOpen = low !== undefined && high === undefined;
    return { mark, from, to: isOpen ? null : amount(high ?? value), isMine: mark.ariaSelected === 'true' };
  });
}

/** The height of a tone for a value, where `most` is the largest one of the chart. */
const pitch = (value, most) => LOWEST * 4 ** (most > 0 ? value / most : 0);

/** Plays them; returns what ends it, and when each mark is heard, in seconds. */
function play(tones, volume) {
  const context = new AudioContext();
  const loudness = context.createGain();
  loudness.gain.value = volume;
  loudness.connect(context.destination);
  const most = Math.max(...tones.map(({ from, to }) => to ?? from ?? 0));
  const step = Math.min(MOST / tones.length, LONGEST);
  const start = context.currentTime + 0.1;
  /** A source that is heard for a part of a step; it swells and fades, so that nothing clicks. */
  const sound = (source, at, length, gain) => {
    const shape = context.createGain();
    shape.gain.setValueAtTime(0, at);
    shape.gain.linearRampToValueAtTime(gain, at + length * 0.15);
    shape.gain.linearRampToValueAtTime(0, at + length);
    source.connect(shape).connect(loudness);
    source.start(at);
    source.stop(at + length);
  };
  const tone = (at, length, gain, from, to = from) => {
    const source = context.createOscillator();
    source.type = 'triangle';
    source.frequency.setValueAtTime(from, at);
    source.frequency.exponentialRampToValueAtTime(to, at + length);
    sound(source, at, length, gain);
  };
  const noise = (at, length) => {
    const source = context.createBufferSource();
    source.buffer = context.createBuffer(1, Math.ceil(length * context.sampleRate), context.sampleRate);
    source.buffer.getChannelData(0).forEach((_, index, samples) => (samples[index] = Math.random() * 2 - 1));
    sound(source, at, length, 0.15);
  };
  const times = tones.map(({ from, to, isMine }, index) => {
    const [at, length] = [start + index * step, step * 0.85];
    if (isMine) tone(at, Math.min(length, 0.08), 0.9, 90, 50);
    if (from === null) noise(at, length);
    else if (to === null) tone(at, length, 0.4, pitch(from, most), pitch(from, most) * 1.5);
    else if (from !== to) [from, to].forEach((bound) => tone(at, length, 0.25, pitch(bound, most)));
    else tone(at, length, 0.4, pitch(from, most));
    return at - context.currentTime;
  });
  return { times, length: times.at(-1) + step, setVolume: (value) => (loudness.gain.value = value), end: () => context.close() };
}

const element = (tag, attributes, ...children) => {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
};

/** Opens the dialog of a figure and starts; what is heard is marked in the chart. */
export function open(button) {
  const words = WORDS[document.documentElement.lang] ?? WORDS.de;
  const chart = button.closest('figure').querySelector('svg[aria-owns]');
  const tones = heard(chart.getAttribute('aria-owns').split(' ').map((id) => document.getElementById(id)).filter(Boolean));
  const now = element('p', { className: 'now' });
  const again = element('button', { type: 'button', autofocus: true });
  const close = element('button', { type: 'button', textContent: words.close });
  const volume = element('input', { type: 'range', min: 0, max: 100, value: 50, className: 'slider' });
  const title = element('h2', { id: 'listen-title', textContent: words.title });
  const bar = element('p', { className: 'take' }, again, close, element('label', {}, `${words.volume} `, volume));
  const dialog = element('dialog', { className: 'listen' }, title, now, bar, element('p', { className: 'how', textContent: words.how }));
  dialog.setAttribute('aria-labelledby', title.id);
  let sounding = null;
  let timers = [];
  const light = (mark) => {
    chart.querySelectorAll('[data-heard]').forEach((other) => delete other.dataset.heard);
    if (mark) mark.dataset.heard = '';
    now.textContent = mark?.ariaLabel ?? '';
  };
  const stop = () => {
    timers.forEach(clearTimeout);
    sounding?.end();
    sounding = null;
    light(null);
    again.textContent = words.play;
  };
  const start = () => {
    sounding = play(tones, volume.value / 100);
    again.textContent = words.stop;
    timers = tones.map(({ mark }, index) => setTimeout(light, sounding.times[index] * 1000, mark));
    timers.push(setTimeout(stop, sounding.length * 1000));
  };
  const begin = () => {
    try {
      start();
    } catch {
      stop();
      now.textContent = words.silent;
    }
  };
  again.addEventListener('click', () => (sounding ? stop() : begin()));
  close.addEventListener('click', () => dialog.close());
  volume.addEventListener('input', () => sounding?.setVolume(volume.value / 100));
  dialog.addEventListener('close', () => {
    stop();
    dialog.remove();
  });
  document.body.append(dialog);
  // What is heard is seen too.
  chart.scrollIntoView({ block: 'start' });
  dialog.showModal();
  begin();
}
