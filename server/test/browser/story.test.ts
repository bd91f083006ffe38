import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/testing/browser.ts';
import { type RunningInstallation, startRunning } from '../running-installation.ts';
import { receiveInvitation, sendInvitation } from './letter-chapters.ts';
import { enterSumedang, openFourthOffice } from './office-chapters.ts';
import { agree, orderReports, shareTemplate } from './sharing-chapters.ts';
import { createStage, type Stage } from './stage.ts';

let running: RunningInstallation;
let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [running, browser] = await Promise.all([startRunning({ readyWithinMs: 110_000 }), launchBrowser()]);
  stage = createStage(browser, running.port);
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
  await running?.stop();
});

// One story: each chapter goes on from where the one before it ended.
describe.sequential('31 May 2022, in the browser', { timeout: 240_000 }, () => {
  test('1. Sumedang’s staf finds the way from the front page to what waits for them', () => enterSumedang(stage));

  test('2. a fourth regency signs up, is approved, watched while it is made, and moves in', () =>
    openFourthOffice(stage));

  test('3. staf writes the invitation; kabid returns it; kabid and kadis approve; sekda signs and sends', () =>
    sendInvitation(stage));

  test('4. Lebak registers it, bupati and sekda dispose, kadis reports, and anyone can check the paper', () =>
    receiveInvitation(stage));

  test('5. an agreement is drafted, proposed, signed by both bupati, and in force', () => agree(stage));

  test('5b. Sumedang shares its template; Lebak adopts it and writes with it; Sukabumi sees nothing', () =>
    shareTemplate(stage));

  test('6. Sumedang’s admin orders the month’s report, sees how far it is, and saves it', () => orderReports(stage));

  test('nothing went wrong unseen, in the browser or in the installation', () => {
    expect(stage.faults).toEqual([]);
    expect(running.stderr()).toBe('');
  });
});
