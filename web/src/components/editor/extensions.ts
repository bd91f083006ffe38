import { TableKit } from '@tiptap/extension-table';
import type { AnyExtension } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { Align } from './align.ts';
import { ImageNode } from './image-node.tsx';
import { DetailsNode, DetailsRowNode, VariableNode } from './nodes.tsx';
import { ConditionalNode, VariableTableNode } from './template-nodes.tsx';

/**
 * What a body is made of. The server has the same nodes (server/src/writing/body-schema.ts), held together by a test:
 * what one side writes must fit the other.
 * @param letterId the letter whose pictures are shown; null in templates
 */
export const bodyExtensions = (letterId: string | null): AnyExtension[] => [
  // What letters do not print stays out, so that it cannot be typed either.
  StarterKit.configure({ link: false, code: false, codeBlock: false, heading: { levels: [1, 2, 3] } }),
  TableKit.configure({ table: { resizable: false } }),
  Align,
  VariableNode,
  DetailsNode,
  DetailsRowNode,
  VariableTableNode,
  ConditionalNode,
  ImageNode.configure({ letterId }),
];
