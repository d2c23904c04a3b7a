// Soft tones, made here: a phone that rings, the tone a caller hears, the sound of waiting.

const SOUNDS = {
  // name: frequencies, loudness, seconds on, seconds of a round
  ring: { hertz: [523.25, 659.25], loud: 0.05, on: 1.1, round: 3 },
  ringback: { hertz: [440, 480], loud: 0.03, on: 2, round: 6 },
  waiting: { hertz: [196, 293.66, 392], loud: 0.018, on: 8, round: 9 },
};
const FADE = 0.25;

export class Tones {
  constructor() {
    this.context = null;
    this.playing = new Map();
  }

  /** Browsers let a page sound only after somebody has used it. */
  wake() {
    this.context ??= globalThis.AudioContext ? new AudioContext() : null;
    this.context?.resume();
  }

  /** Which sounds are to be heard now. */
  set(wanted) {
    for (const name of Object.keys(SOUNDS)) {
      if (wanted[name] && this.context && !this.playing.has(name)) {
        this.begin(name);
      } else if (!wanted[name] && this.playing.has(name)) {
        this.playing.get(name)();
        this.playing.delete(name);
      }
    }
  }

  begin(name) {
    const { round } = SOUNDS[name];
    let stop = this.once(SOUNDS[name]);
    const again = setInterval(() => {
      stop = this.once(SOUNDS[name]);
    }, round * 1000);
    this.playing.set(name, () => {
      clearInterval(again);
      stop();
    });
  }

  once({ hertz, loud, on }) {
    const { context } = this;
    const now = context.currentTime;
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setTargetAtTime(loud, now, FADE);
    gain.gain.setTargetAtTime(0, now + on, FADE);
    gain.connect(context.destination);
    const waves = hertz.map((frequency) => new OscillatorNode(context, { frequency }));
    for (const wave of waves) {
      wave.connect(gain);
      wave.start(now);
      wave.stop(now + on + 4 * FADE);
    }
    return () => {
      gain.gain.cancelScheduledValues(context.currentTime);
      gain.gain.setTargetAtTime(0, context.currentTime, FADE / 4);
    };
  }
}
