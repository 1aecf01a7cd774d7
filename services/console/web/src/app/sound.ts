let context: AudioContext | undefined;

/** To be called from a click or key: browsers let a page sound only after one. */
export function allowSound(): void {
  context ??= new AudioContext();
  void context.resume();
}

/** Two soft notes. */
export function chime(): void {
  if (context?.state !== 'running') return;
  const start = context.currentTime;
  for (const [at, pitch] of [[0, 587.33], [0.16, 880]] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start + at);
    volume.gain.linearRampToValueAtTime(0.12, start + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0005, start + at + 0.5);
    tone.connect(volume).connect(context.destination);
    tone.start(start + at);
    tone.stop(start + at + 0.55);
  }
}
