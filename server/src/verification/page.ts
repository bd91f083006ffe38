import { Html, html } from './html.ts';
import type { PageStyle } from './page-style.ts';
import { dateText, type PageTexts, pageTexts, timeText } from './page-texts.ts';
import { type Language, reasonText } from './reason-texts.ts';
import type { RegisteredDocument, RegisteredSigner } from './repository.ts';
import type { CodeVerdict, FileVerdict } from './service.ts';

/** What every page needs to know. */
export interface PageContext {
  language: Language;
  now: Date;
  /** Shown below the title: which installation answers. */
  host: string;
  demo: boolean;
  style: PageStyle;
}

const defaultZone = 'Asia/Jakarta';

const icons = {
  yes: '<circle cx="12" cy="12" r="9.5"/><path d="m8.5 12.2 2.4 2.4 4.8-4.8"/>',
  no: '<path d="M12 3.2 21.8 20a1 1 0 0 1-.9 1.5H3.1a1 1 0 0 1-.9-1.5z"/><path d="M12 9.5v5M12 17.8v.1"/>',
  ask: '<circle cx="10.5" cy="10.5" r="7"/><path d="m20.5 20.5-5-5"/>',
  file: '<path d="M13 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h4M13 3v5h5v3M13 3l5 5"/><circle cx="16" cy="16.5" r="2.7"/><path d="m18.2 18.7 2.3 2.3"/>',
  code: '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20h2M18 18h2v2"/>',
} as const;
type Tone = 'yes' | 'no' | 'ask';

const icon = (tone: keyof typeof icons): Html =>
  new Html(
    `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${icons[tone]}</svg>`,
  );

const dataUrl = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
const platformMark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#1E2B38"/><path d="M17 31a15 15 0 0 1 30 0z" fill="#E5A52F"/><path d="M12.5 37h39M12.5 44h31M12.5 51h21" stroke="#fff" stroke-width="3.6" stroke-linecap="round"/></svg>';

const other: Record<Language, Language> = { id: 'en', en: 'id' };
const query = (language: Language): string => (language === 'id' ? '' : `?lang=${language}`);

interface Page {
  tone: Tone;
  heading: string;
  lead: string;
  /** Where the other language is found; without its query. */
  path: string;
  body: Html;
  footer: Html;
}

function shell(ctx: PageContext, page: Page): string {
  const { language, style } = ctx;
  const t = pageTexts[language];
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${page.heading} · ${t.title}</title><style>${new Html(style.css)}</style></head>
<body><header><div class="wide"><img src="${dataUrl(platformMark)}" alt=""><div><strong>${t.title}</strong><small>${ctx.host}</small></div>
<a class="language" lang="${other[language]}" href="${page.path}${query(other[language])}">${t.otherLanguage}</a></div></header>
<main><div class="verdict ${page.tone}"><div class="wide">${icon(page.tone)}<div><h1>${page.heading}</h1><p>${page.lead}</p></div></div></div>
<div class="wide">${page.body}</div></main>
<footer><div class="wide meta">${page.footer}${ctx.demo && html`<p>${t.demo}</p>`}</div></footer></body></html>`.text;
}

const fact = (name: string, ...values: (Html | string | null)[]): Html =>
  html`<div><dt>${name}</dt>${values.map((value) => value !== null && html`<dd>${value}</dd>`)}</div>`;

function signerFacts(signer: RegisteredSigner, zone: string, ctx: PageContext): Html {
  const t = pageTexts[ctx.language];
  const at = new Date(signer.signedAt);
  const when = `${dateText(at, zone, ctx.language)}, ${timeText(at, zone)}, ${t.certificate}`;
  return fact(t.signer, html`<b>${signer.name}</b>`, signer.title, html`<small>${when}</small>`);
}

/** The date of a letter is a date, no instant: shown as it stands. */
const issuedText = (document: RegisteredDocument, ctx: PageContext): string =>
  dateText(new Date(`${document.issuedOn}T12:00:00Z`), 'UTC', ctx.language);

function documentFacts(document: RegisteredDocument, ctx: PageContext): Html {
  const t = pageTexts[ctx.language];
  const mark = document.markSvg === null ? null : html`<img src="${dataUrl(document.markSvg)}" alt="">`;
  return html`<div class="issuer">${mark}<span>${document.issuer}</span></div><dl>
${fact(t.number, html`<b class="number">${document.number}</b>`)}
${fact(t.subject, document.subject === null ? html`<small>${t.secret}</small>` : html`<b>${document.subject}</b>`)}
${fact(t.date, issuedText(document, ctx))}
${document.destroyedOn !== null && document.destroyedBy !== null && fact(t.destroyed, t.destroyedBy(document.destroyedBy, dateText(new Date(`${document.destroyedOn}T12:00:00Z`), 'UTC', ctx.language)))}
${document.signers.map((signer) => signerFacts(signer, document.timeZone, ctx))}</dl>`;
}

const fileForm = (ctx: PageContext, fault?: string): Html => {
  const t = pageTexts[ctx.language];
  return html`<form method="post" action="/v${query(ctx.language)}" enctype="multipart/form-data"><label for="file">${t.fileLabel}</label>
<input id="file" name="file" type="file" accept="application/pdf,.pdf" required>${fault !== undefined && html`<p class="fault" role="alert">${fault}</p>`}
<p class="hint">${t.fileHint}</p><button>${icon('file')}${t.checkFile}</button></form>`;
};

const another = (ctx: PageContext): Html =>
  html`<a class="button" href="/v${query(ctx.language)}">${icon('code')}${pageTexts[ctx.language].checkAnother}</a>`;

const steps = (t: PageTexts, items: string[]): Html =>
  html`<section class="note bad"><h2>${t.todo}</h2><ol>${items.map((item) => html`<li>${item}</li>`)}</ol></section>`;

function checkedNote(ctx: PageContext, document: RegisteredDocument | null): string {
  const zone = document?.timeZone ?? defaultZone;
  return `${pageTexts[ctx.language].checked} ${dateText(ctx.now, zone, ctx.language, true)}, ${timeText(ctx.now, zone)}.`;
}

const fingerprint = (sha256: string): string =>
  `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-8, -4)} ${sha256.slice(-4)}`;

const documentNote = (ctx: PageContext, document: RegisteredDocument): Html => {
  const t = pageTexts[ctx.language];
  return html`<p>${t.code} ${document.code}. ${checkedNote(ctx, document)}</p><p>${t.fingerprint} <code title="${document.sha256}">${fingerprint(document.sha256)}</code></p>`;
};

/** Where one enters a code or chooses a file. `fault`: what was wrong with the file sent. */
export function renderForm(ctx: PageContext, fault?: string): string {
  const t = pageTexts[ctx.language];
  const body = html`<form method="get" action="/v"><label for="code">${t.codeLabel}</label>
<input id="code" name="code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false">
${ctx.language !== 'id' && html`<input type="hidden" name="lang" value="${ctx.language}">`}<p class="hint">${t.codeHint}</p>
<button class="main">${t.checkCode}</button></form>${fileForm(ctx, fault)}`;
  return shell(ctx, { tone: 'ask', heading: t.ask, lead: t.askDetail, path: '/v', body, footer: html`` });
}

/** What a code stands for. */
export function renderCode(ctx: PageContext, verdict: CodeVerdict, typed: string): string {
  const t = pageTexts[ctx.language];
  const { document, reasons } = verdict;
  const path = `/v/${encodeURIComponent(document?.code ?? typed)}`;
  if (!document) {
    const body = html`<dl>${fact(t.code, html`<b class="number">${typed}</b>`)}</dl>${steps(t, t.todoCode)}${another(ctx)}`;
    const footer = html`<p>${checkedNote(ctx, null)}</p>`;
    return shell(ctx, {
      tone: 'no',
      heading: t.codeUnknown,
      lead: reasonText('unknown_code', ctx.language),
      path,
      body,
      footer,
    });
  }
  const isGood = reasons.length === 0;
  const isUnfinished = reasons.includes('incomplete');
  const bad = isUnfinished ? t.incomplete : t.withdrawn;
  const compare = html`<section class="note"><h2>${t.compare}</h2><p>${t.compareDetail}</p></section>`;
  const body = html`${documentFacts(document, ctx)}${isGood ? compare : steps(t, isUnfinished ? t.todoIncomplete : [t.todoReport(document.issuer)])}
<details><summary>${icon('file')}${t.checkFile}</summary>${fileForm(ctx)}</details>`;
  return shell(ctx, {
    tone: isGood ? 'yes' : isUnfinished ? 'ask' : 'no',
    heading: isGood ? (document.documentKind === 'letter' ? t.letterYes : t.agreementYes) : bad,
    lead: isGood ? t.yesDetail : reasons.map((reason) => reasonText(reason, ctx.language)).join(' '),
    path,
    body,
    footer: documentNote(ctx, document),
  });
}

/** What was found out about a file. */
export function renderFile(ctx: PageContext, verdict: FileVerdict, fileName: string): string {
  const t = pageTexts[ctx.language];
  const { document, original, reasons } = verdict;
  if (document && reasons.length === 0) {
    const body = html`${documentFacts(document, ctx)}${another(ctx)}`;
    const footer = html`${documentNote(ctx, document)}<p>${t.notKept}</p>`;
    return shell(ctx, { tone: 'yes', heading: t.fileYes, lead: t.fileYesDetail, path: '/v', body, footer });
  }
  // Genuine bytes, of a document that others have signed since or have yet to sign.
  const genuine =
    document && (reasons.includes('superseded') ? t.superseded : reasons.includes('incomplete') && t.incomplete);
  const sentences = reasons.map((reason) => reasonText(reason, ctx.language));
  const checked = `${t.checkedAt} ${timeText(ctx.now, original?.timeZone ?? defaultZone)}`;
  const todo = genuine
    ? t.todoIncomplete.slice(-1)
    : [...t.todoFile, ...(original ? [t.todoReport(original.issuer)] : [])];
  const body = html`<dl>${fact(t.yourFile, fileName, html`<small>${checked}</small>`)}
${fact(t.found, ...sentences.map((sentence) => html`${sentence}`))}
${original && fact(t.original, html`<b class="number">${original.number}</b>`, original.issuer)}</dl>${steps(t, todo)}
${original && html`<a class="button main" href="/v/${original.code}${query(ctx.language)}">${t.seeOriginal}</a>`}${another(ctx)}`;
  const footer = html`<p>${t.notKept}</p>`;
  return shell(ctx, {
    tone: genuine ? 'ask' : 'no',
    heading: genuine || t.fileNo,
    lead: sentences[0] ?? '',
    path: '/v',
    body,
    footer,
  });
}
