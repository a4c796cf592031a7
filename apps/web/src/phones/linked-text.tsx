import { Fragment } from 'react';

const links = /(https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]])/g;

/** Text as it came, with its links to follow; a link opens apart and learns nothing of where it was. */
export const LinkedText = ({ text }: { text: string }) => (
  <>
    {text.split(links).map((piece, index) =>
      index % 2 === 1 ? (
        <a key={index} href={piece} target="_blank" rel="noreferrer noopener" dir="ltr">
          {piece}
        </a>
      ) : (
        <Fragment key={index}>{piece}</Fragment>
      ),
    )}
  </>
);
