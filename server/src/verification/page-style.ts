import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../core/paths.ts';

/** The interface's own face, where it was built; the system's otherwise. */
function fontFace(): string {
  const folder = join(projectRoot, 'web/dist/assets');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const font = names.find((name) => /^plus-jakarta-sans-latin-wght-normal-[\w-]+\.woff2$/.test(name));
  if (!font) return '';
  return `@font-face{font-family:"Plus Jakarta Sans";src:url(/assets/${font}) format("woff2");font-weight:200 800;font-display:swap}`;
}

/** Colours and sizes of the look; the dark ones by the reader's own setting, since no script runs here. */
const rules = `
:root{color-scheme:light dark;--ground:#F6F4EF;--raised:#FFFFFF;--ink:#1B1F24;--ink2:#4A5058;--ink3:#63686F;--line:#DEDAD0;
--line2:#C9C4B8;--ctl:#8A867D;--accent:#1E2B38;--on-accent:#FFFFFF;--selesai:#276230;--masalah:#A3261D;--proses:#28578A}
@media (prefers-color-scheme:dark){:root{--ground:#16191C;--raised:#1E2226;--ink:#ECE9E2;--ink2:#BDBBB4;--ink3:#999993;
--line:#2C3136;--line2:#3C4248;--ctl:#777D83;--accent:#B5C6D6;--on-accent:#111A23}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:400 16px/24px "Plus Jakarta Sans",system-ui,sans-serif;
word-spacing:.07em;-webkit-text-size-adjust:100%}
a{color:inherit}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.wide{max-width:680px;margin:0 auto;padding:0 16px}
header .wide{display:flex;align-items:center;gap:12px;min-height:64px}
header img{width:32px;height:32px;display:block}
header strong{display:block;font-weight:600;line-height:20px}
header small{display:block;color:var(--ink3);font-size:13px;line-height:18px}
header .language{margin-left:auto;padding:12px 4px;font-weight:550;font-size:14px;text-decoration:none}
.verdict{color:#fff;padding:24px 0}
.verdict .wide{display:grid;grid-template-columns:auto 1fr;gap:20px;align-items:start}
.verdict.yes{background:var(--selesai)}.verdict.no{background:var(--masalah)}.verdict.ask{background:#1E2B38}
.verdict svg{width:48px;height:48px;margin-top:2px}
.verdict h1{margin:0;font-size:32px;line-height:40px;font-weight:650;letter-spacing:-.02em}
.verdict p{margin:4px 0 0}
.issuer{display:flex;align-items:center;gap:12px;padding:16px 0;border-bottom:1px solid var(--line2);font-weight:600}
.issuer img{width:44px;height:48px}
dl{margin:0 0 20px}
dl>div{display:grid;grid-template-columns:minmax(104px,36%) 1fr;gap:0 8px;padding:12px 0;border-bottom:1px solid var(--line)}
dt{color:var(--ink3);font-size:14px}
dd{margin:0;overflow-wrap:anywhere}
dd+dd{grid-column:2}
dd b{font-weight:600}
dd small,.meta{color:var(--ink3);font-size:13px;line-height:20px}
.number{font-variant-numeric:tabular-nums}
.note{background:var(--raised);border-left:3px solid var(--accent);padding:16px;margin:16px 0}
.note.bad{border-left-color:var(--masalah)}
.note h2{margin:0 0 4px;font-size:16px;line-height:24px;font-weight:600}
.note p,.note ol{margin:0;padding-left:0}.note ol{padding-left:20px}.note li{padding-left:2px}
.button,button,summary{display:flex;align-items:center;justify-content:center;gap:8px;width:100%;min-height:52px;margin:12px 0 0;
padding:12px 16px;border:1px solid var(--ctl);border-radius:6px;background:var(--raised);color:var(--ink);
font-family:inherit;font-size:16px;font-weight:600;line-height:24px;word-spacing:inherit;text-decoration:none;cursor:pointer;list-style:none}
.button svg,button svg,summary svg{width:22px;height:22px}
summary::-webkit-details-marker{display:none}
.button.main,button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
form{margin:16px 0}
label{display:block;font-weight:600;font-size:14px;line-height:20px;margin-bottom:4px}
input{width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--ctl);border-radius:6px;background:var(--raised);
color:var(--ink);font:inherit}
input[name=code]{font-variant-numeric:tabular-nums;text-transform:uppercase;letter-spacing:.04em}
input[type=file]{padding:6px}
input::file-selector-button{min-height:34px;margin-right:12px;padding:4px 12px;border:1px solid var(--ctl);border-radius:4px;
background:var(--ground);color:var(--ink);font:inherit;font-weight:550}
.hint{color:var(--ink3);font-size:13px;line-height:20px;margin:4px 0 0}
.fault{color:var(--masalah);font-weight:550}
@media (prefers-color-scheme:dark){.fault{color:#F3968D}}
footer{padding:20px 0 48px}
footer p{margin:0}
code{font:13px/20px ui-monospace,SFMono-Regular,Menlo,monospace;word-spacing:0}
@media (min-width:720px){.verdict{padding:40px 0}.verdict svg{width:64px;height:64px}.verdict h1{font-size:44px;line-height:52px}}
@media print{.button,button,details,form,.language{display:none}}
`;

export interface PageStyle {
  css: string;
  /** For a Content-Security-Policy that allows this very style and no other. */
  hash: string;
}

const accentPattern = /^#[0-9a-f]{6}$/i;

/** The style sheets of the pages, one per regency's accent, each made once. An accent is made for light ground only. */
export function createPageStyles(): (accent: string | null) => PageStyle {
  const base = `${fontFace()}${rules.replaceAll('\n', '')}`;
  const made = new Map<string, PageStyle>();
  return (accent) => {
    const own = accent !== null && accentPattern.test(accent) ? accent : '';
    const known = made.get(own);
    if (known) return known;
    const css = own === '' ? base : `${base}@media (prefers-color-scheme:light){:root{--accent:${own}}}`;
    const style = { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
    made.set(own, style);
    return style;
  };
}
