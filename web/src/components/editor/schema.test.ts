import { getSchema } from '@tiptap/react';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '../../../../server/src/writing/body-schema.ts';
import { bodyExtensions } from './extensions.ts';

type Spec = Record<string, unknown> & { attrs?: Record<string, { default?: unknown }> };

/** What of a node decides whether a step fits: content, place, and attributes with their defaults. */
function shapeOf(spec: Spec) {
  const attrs = Object.entries(spec.attrs ?? {}).map(([name, { default: value }]) => [name, value] as const);
  const { content = null, group = null, inline = false } = spec;
  return { content, group, inline, attrs: Object.fromEntries(attrs) };
}

const shapes = (specs: Record<string, { spec: Spec }>) =>
  Object.fromEntries(Object.entries(specs).map(([name, { spec }]) => [name, shapeOf(spec)]));

describe('the body in the editor and on the server', () => {
  const web = getSchema(bodyExtensions(null));

  it('is made of the same nodes, and the marks stand in the same order', () => {
    expect(shapes(web.nodes as never)).toEqual(shapes(bodySchema.nodes as never));
    expect(Object.keys(web.marks)).toEqual(Object.keys(bodySchema.marks));
  });

  it('reads the same document out of the same JSON', () => {
    const json = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2, textAlign: 'center' }, content: [{ type: 'text', text: 'Judul' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'tebal', marks: [{ type: 'bold' }, { type: 'underline' }] },
            { type: 'hardBreak' },
            { type: 'variable', attrs: { name: 'a', label: 'A', value: 'nilai' } },
          ],
        },
        { type: 'image', attrs: { fileId: 'x', alt: 'Peta', width: 50 } },
        { type: 'details', content: [{ type: 'detailsRow', attrs: { label: 'hari' } }] },
      ],
    };
    const [here, there] = [web.nodeFromJSON(json), bodySchema.nodeFromJSON(json)];
    expect(here.toJSON()).toEqual(there.toJSON());
    expect(here.nodeSize).toBe(there.nodeSize);
  });
});
