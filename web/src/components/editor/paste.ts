const gone =
  'script, style, meta, link, title, xml, o\\:p, v\\:shape, w\\:sdt, iframe, object, svg, form, input, button';

/**
 * What another program put on the clipboard, without what a letter does not have: Word's comments, lists that are drawn
 * with dots and spaces, styles, pictures by address. The editor's schema drops the rest.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html.replaceAll(/<!--[\s\S]*?-->/g, ''), 'text/html');
  for (const element of page.querySelectorAll(gone)) element.remove();
  for (const picture of page.querySelectorAll('img:not([data-file])')) picture.remove();
  listsOfWord(page);
  for (const element of page.body.querySelectorAll<HTMLElement>('[style], [class]')) {
    const side = element.style.textAlign;
    element.removeAttribute('class');
    element.removeAttribute('style');
    if (['center', 'right', 'justify'].includes(side)) element.style.textAlign = side;
  }
  return page.body.innerHTML;
}

/** Word draws a list as paragraphs of class MsoListParagraph that begin with their mark. */
function listsOfWord(page: Document): void {
  let list: HTMLElement | null = null;
  for (const line of [...page.querySelectorAll<HTMLElement>('p[class*="MsoListParagraph"]')]) {
    const mark = /^\s*(?:(\d+|[a-z])[.)]|[·•\-–o§])\s*/iu.exec(line.textContent ?? '');
    const tag = mark?.[1] ? 'ol' : 'ul';
    for (const span of line.querySelectorAll<HTMLElement>('span[style*="mso-list"]')) span.remove();
    const first = line.firstChild;
    if (mark && first?.nodeType === Node.TEXT_NODE) {
      first.textContent = (first.textContent ?? '').replace(/^\s*(?:(?:\d+|[a-z])[.)]|[·•\-–o§])\s+/iu, '');
    }
    const follows = list !== null && line.previousElementSibling === list && list.tagName.toLowerCase() === tag;
    if (!follows || list === null) {
      list = page.createElement(tag);
      line.before(list);
    }
    const item = page.createElement('li');
    const words = page.createElement('p');
    words.append(...line.childNodes);
    item.append(words);
    list.append(item);
    line.remove();
  }
}
