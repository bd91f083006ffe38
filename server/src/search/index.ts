export { searchRoutes } from './routes.ts';
export { savedSearchProblems } from './saved-searches.ts';
