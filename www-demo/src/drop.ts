// A place for a file: to be dropped there, or chosen.
import { type Child, h } from './dom.js';

interface Props {
  id: string;
  class?: string;
  /** The element that says what came of the file. */
  describedBy?: string;
  take: (file: File) => void;
}

/** The file input, which is not seen, and its label to drop a file on. */
export function dropZone(props: Props, picture: Element, title: string, hint: Child): [HTMLElement, HTMLElement] {
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file) props.take(file);
  };
  const input = h('input', {
    type: 'file',
    id: props.id,
    class: 'visually-hidden',
    accept: 'image/*,application/pdf',
    'aria-describedby': props.describedBy,
    onchange: () => take(input.files),
  });
  const drop = h(
    'label',
    {
      class: props.class ?? 'drop',
      for: props.id,
      ondragover: (event: DragEvent) => {
        event.preventDefault();
        drop.classList.add('is-over');
      },
      ondragleave: () => drop.classList.remove('is-over'),
      ondrop: (event: DragEvent) => {
        event.preventDefault();
        drop.classList.remove('is-over');
        take(event.dataTransfer?.files);
      },
    },
    picture,
    h('span', { class: 'drop-words' }, h('strong', {}, title), h('span', {}, hint)),
  );
  return [input, drop];
}
