import { useEffect, useRef, useState } from 'react';

type Recorder = { isRecording: boolean; start: () => Promise<void>; stop: () => void };

/** The microphone, until it is stopped: one sound at a time. `start` rejects where there is none, or it may not be used. */
export const useRecorder = (onSound: (sound: Blob) => void): Recorder => {
  const running = useRef<MediaRecorder | null>(null);
  const isAsking = useRef(false);
  const [isRecording, setRecording] = useState(false);
  const release = () => running.current?.stream.getTracks().forEach((track) => track.stop());
  useEffect(() => release, []);

  const start = async () => {
    // A double click while the browser asks would leave a second microphone open.
    if (isAsking.current || running.current?.state === 'recording') return;
    isAsking.current = true;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).finally(() => (isAsking.current = false));
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      release();
      setRecording(false);
      onSound(new Blob(parts, { type: recorder.mimeType }));
    };
    running.current = recorder;
    recorder.start();
    setRecording(true);
  };
  return { isRecording, start, stop: () => running.current?.stop() };
};
