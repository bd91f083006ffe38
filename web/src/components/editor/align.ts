import { Extension } from '@tiptap/react';

export const alignments = ['left', 'center', 'right', 'justify'] as const;
export type Alignment = (typeof alignments)[number];

declare module '@tiptap/react' {
  interface Commands<ReturnType> {
    align: {
      /** Puts the paragraphs and headings of the selection to one side; null to where the layout has them. */
      setAlignment: (side: Alignment | null) => ReturnType;
    };
  }
}

/** Sides of paragraphs and headings, as the body language has them: `textAlign`. */
export const Align = Extension.create({
  name: 'align',
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: {
          textAlign: {
            default: null,
            parseHTML: (element) => alignments.find((side) => side === element.style.textAlign) ?? null,
            renderHTML: ({ textAlign }) => (textAlign ? { style: `text-align: ${String(textAlign)}` } : {}),
          },
        },
      },
    ];
  },
  addCommands() {
    return {
      setAlignment:
        (side) =>
        ({ commands }) =>
          ['paragraph', 'heading']
            .map((type) => commands.updateAttributes(type, { textAlign: side }))
            .some((done) => done),
    };
  },
});
