import { createRouter } from '@tanstack/react-router';
import { queryClient } from '../lib/query-client.ts';
import { consoleRoute } from './routes/console/console.route.ts';
import { consoleIndexRoute } from './routes/console/index.route.ts';
import { consoleProvisioningRoute } from './routes/console/provisioning.route.ts';
import { consoleSignupsRoute } from './routes/console/signups.route.ts';
import { consoleTemplatesRoute } from './routes/console/templates.route.ts';
import { consoleTenantRoute } from './routes/console/tenant.route.ts';
import { consoleTenantsRoute } from './routes/console/tenants.route.ts';
import { agendaRoute, editMeetingRoute, meetingRoute, newMeetingRoute } from './routes/office/agenda.routes.ts';
import { agreementRoute } from './routes/office/agreement.route.ts';
import {
  agreementPlanRoute,
  agreementRegisterRoute,
  changeAgreementRoute,
} from './routes/office/agreement-life.routes.ts';
import { agreementsRoute } from './routes/office/agreements.route.ts';
import { archiveRoute, disposalRoute, disposalsRoute, dossierRoute } from './routes/office/archive.routes.ts';
import { catalogueRoute } from './routes/office/catalogue.route.ts';
import { commentsRoute } from './routes/office/comments.route.ts';
import {
  adoptionPlanRoute,
  adoptionPlansRoute,
  comparisonRoute,
  ownFiguresRoute,
} from './routes/office/comparison.routes.ts';
import { dispositionRoute } from './routes/office/disposition.route.ts';
import { dispositionSheetRoute } from './routes/office/disposition-sheet.route.ts';
import { dispositionsRoute } from './routes/office/dispositions.route.ts';
import { draftRoute } from './routes/office/draft.route.ts';
import { editAgreementRoute } from './routes/office/edit-agreement.route.ts';
import { helpRoute } from './routes/office/help.route.ts';
import { lateTurnsRoute } from './routes/office/late-turns.route.ts';
import { letterRoute } from './routes/office/letter.route.ts';
import { letterTypeRoute, letterTypesRoute, paperRoute } from './routes/office/letter-types.route.ts';
import { lettersRoute } from './routes/office/letters.route.ts';
import { newAgreementRoute } from './routes/office/new-agreement.route.ts';
import { noticesRoute } from './routes/office/notices.route.ts';
import { numberBooksRoute } from './routes/office/number-books.route.ts';
import { numberingRoute } from './routes/office/numbering.route.ts';
import { officeRoute } from './routes/office/office.route.ts';
import { organizationRoute } from './routes/office/organization.route.ts';
import { peopleRoute } from './routes/office/people.route.ts';
import { receiptRoute } from './routes/office/receipt.route.ts';
import { recordIncomingRoute } from './routes/office/record-incoming.route.ts';
import { reportsRoute } from './routes/office/reports.route.ts';
import { settingsRoute } from './routes/office/settings.route.ts';
import { signatureProviderRoute } from './routes/office/signature-provider.route.ts';
import { signingQueueRoute } from './routes/office/signing-queue.route.ts';
import { newTemplateRoute, templateRoute } from './routes/office/template.routes.ts';
import { templatesRoute } from './routes/office/templates.route.ts';
import { todoRoute } from './routes/office/todo.route.ts';
import { editVisitRoute, newVisitRoute, visitRoute, visitsRoute } from './routes/office/visits.routes.ts';
import { writeRoute } from './routes/office/write.route.ts';
import { developmentRoutes, publicRoutes } from './routes/public/public.routes.tsx';
import { rootRoute } from './routes/root.route.tsx';

const officeRoutes = officeRoute.addChildren([
  todoRoute,
  lettersRoute,
  letterRoute,
  commentsRoute,
  lateTurnsRoute,
  writeRoute,
  draftRoute,
  recordIncomingRoute,
  numberBooksRoute,
  numberingRoute,
  dispositionsRoute,
  dispositionSheetRoute,
  dispositionRoute,
  receiptRoute,
  agendaRoute,
  newMeetingRoute,
  meetingRoute,
  editMeetingRoute,
  archiveRoute,
  dossierRoute,
  disposalsRoute,
  disposalRoute,
  agreementsRoute,
  agreementRoute,
  changeAgreementRoute,
  agreementPlanRoute,
  agreementRegisterRoute,
  editAgreementRoute,
  newAgreementRoute,
  catalogueRoute,
  visitsRoute,
  newVisitRoute,
  visitRoute,
  editVisitRoute,
  comparisonRoute,
  ownFiguresRoute,
  adoptionPlansRoute,
  adoptionPlanRoute,
  reportsRoute,
  settingsRoute,
  signatureProviderRoute,
  signingQueueRoute,
  organizationRoute,
  peopleRoute,
  letterTypesRoute,
  letterTypeRoute,
  paperRoute,
  templatesRoute,
  newTemplateRoute,
  templateRoute,
  noticesRoute,
  helpRoute,
]);

const consoleRoutes = consoleRoute.addChildren([
  consoleIndexRoute,
  consoleSignupsRoute,
  consoleTemplatesRoute,
  consoleProvisioningRoute,
  consoleTenantsRoute,
  consoleTenantRoute,
]);

/** Every page, each its own chunk; addresses are Indonesian, since people read and share them. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([publicRoutes, officeRoutes, consoleRoutes, ...developmentRoutes]),
  context: { queryClient },
  defaultPreload: 'intent',
  // The query cache decides what is stale.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingMs: 300,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
