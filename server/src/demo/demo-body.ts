import { type DemoLetter, fillVariables, loadDefaultTemplates, resolveVariables } from '../tenants/index.ts';

/** Bodies of the demo's outgoing letters, from the default templates. */
export function createDemoBodies() {
  const templates = new Map(loadDefaultTemplates().map((template) => [template.key, template]));
  const find = (letter: Extract<DemoLetter, { direction: 'outgoing' }>) => {
    const template = templates.get(letter.template);
    if (!template) throw new Error(`the demo names the template "${letter.template}", which is not there`);
    return template;
  };
  return {
    /** What the office's own copy of the template is called. */
    templateName: (letter: Extract<DemoLetter, { direction: 'outgoing' }>): string => find(letter).name,
    /** The template with its variables filled; dates are counted from `today`. */
    body: (letter: Extract<DemoLetter, { direction: 'outgoing' }>, today: string): unknown =>
      fillVariables(find(letter).body, resolveVariables(letter.variables, today)),
  };
}
export type DemoBodies = ReturnType<typeof createDemoBodies>;
