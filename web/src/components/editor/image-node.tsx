import { Node, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { useProtectedFile } from '../../lib/files.ts';
import styles from './editor.module.css';

const widths = [25, 50, 75, 100] as const;

function ImageView({ node, selected, updateAttributes, editor, extension }: NodeViewProps) {
  const { t } = useTranslation('editor');
  const { letterId } = extension.options as ImageOptions;
  const { fileId, alt, width } = node.attrs;
  const { src, error } = useProtectedFile(letterId ? `/letters/${letterId}/images/${String(fileId)}` : null);
  return (
    <NodeViewWrapper className={styles.image} data-selected={selected || undefined}>
      {src && <img src={src} alt={String(alt)} style={{ width: `${Number(width)}%` }} />}
      {!src && (
        <p className={styles.imageMissing}>{error ? t('imageMissing', { alt: String(alt) }) : t('imageLoading')}</p>
      )}
      {editor.isEditable && (
        <div className={styles.imageTools} contentEditable={false}>
          <label>
            {t('imageAlt')}
            <input
              value={String(alt)}
              maxLength={300}
              onChange={(event) => updateAttributes({ alt: event.currentTarget.value })}
            />
          </label>
          <label>
            {t('imageWidth')}
            <select
              value={String(width)}
              onChange={(event) => updateAttributes({ width: Number(event.currentTarget.value) })}
            >
              {widths.map((share) => (
                <option key={share} value={share}>
                  {share}%
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
    </NodeViewWrapper>
  );
}

export type ImageOptions = {
  /** The letter whose pictures are shown; null where there are none, as in templates. */
  letterId: string | null;
};

/** A picture in the body: whose bytes, what it shows for those who cannot see it, and its share of the line. */
export const ImageNode = Node.create<ImageOptions>({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ letterId: null }),
  addAttributes() {
    return { fileId: { default: '' }, alt: { default: '' }, width: { default: 100 } };
  },
  parseHTML() {
    return [
      {
        tag: 'img[data-file]',
        getAttrs: (element) => ({
          fileId: element.dataset.file ?? '',
          alt: element.getAttribute('alt') ?? '',
          width: Number(element.dataset.width ?? 100),
        }),
      },
    ];
  },
  renderHTML({ node }) {
    const { fileId, alt, width } = node.attrs;
    return ['img', { 'data-file': String(fileId), 'data-width': String(width), alt: String(alt) }];
  },
  addNodeView() {
    return ReactNodeViewRenderer(ImageView);
  },
});
