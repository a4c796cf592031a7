import { useEffect, useRef, useState } from 'react';

/** A phrase is never longer, and the server takes no more. */
const MOST_SECONDS = 15;
const TICK_MS = 250;

interface Recorder {
  /** How long it has been recording; null: it is not. */
  seconds: number | null;
  /** Rejects where there is no microphone, or it may not be used. */
  start: () => Promise<void>;
  stop: () => void;
}

const release = (recorder: MediaRecorder | null) => recorder?.stream.getTracks().forEach((track) => track.stop());

const secondsSince = (begun: number): number => Math.floor((performance.now() - begun) / 1000);

/** The microphone, until it is stopped: one sound at a time. What somebody was saying when they left the page is nobody’s. */
export const useRecorder = (onSound: (sound: Blob) => void): Recorder => {
  const running = useRef<MediaRecorder | null>(null);
  const isAsking = useRef(false);
  const isGone = useRef(false);
  const [begun, setBegun] = useState<number | null>(null);
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      release(running.current);
    };
  }, []);
  useEffect(() => {
    if (begun === null) return undefined;
    const timer = setInterval(() => {
      setSeconds(secondsSince(begun));
      if (secondsSince(begun) >= MOST_SECONDS) running.current?.stop();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [begun]);

  const start = async () => {
    // A double click while the browser asks would leave a second microphone open.
    if (isAsking.current || running.current?.state === 'recording') return;
    isAsking.current = true;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).finally(() => (isAsking.current = false));
    const recorder = new MediaRecorder(stream);
    if (isGone.current) return release(recorder);
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      release(recorder);
      if (isGone.current) return;
      setBegun(null);
      onSound(new Blob(parts, { type: recorder.mimeType }));
    };
    running.current = recorder;
    recorder.start();
    setSeconds(0);
    setBegun(performance.now());
  };
  return { seconds: begun === null ? null : seconds, start, stop: () => running.current?.stop() };
};
