// Interim, written by hand and covering only what the web calls so far.
// Generated later from the server's OpenAPI by `openapi-typescript`; do not add meaning here.

type Json<T> = { content: { 'application/json': T } };
type Answer<T> = { 200: Json<T> };
type NoParams = { query?: never; header?: never; path?: never; cookie?: never };
type Operation<T, P = NoParams> = { parameters: P; requestBody?: never; responses: Answer<T> };
type Post<B, S extends number, T, P = NoParams> = {
  parameters: P;
  requestBody: Json<B>;
  responses: Record<S, Json<T>>;
};
type Get<T, P = NoParams> = { parameters: P; get: Operation<T, P> };
type Page<T> = { items: T[]; nextCursor: string | null };

export interface components {
  schemas: {
    Site: {
      /** null on the platform's own host. */
      slug: string | null;
      name: string;
      kind: string | null;
      accent: string | null;
      markSvg: string | null;
      timeZone: string;
      demo: boolean;
    };
    PublicOffice: {
      slug: string;
      name: string;
      accent?: string | null;
      markSvg?: string | null;
      province?: string | null;
      districtCount?: number | null;
      sharedTemplateCount?: number | null;
      adoptedTemplateCount?: number | null;
    };
    Region: { code: string; name: string; kind: 'kabupaten' | 'kota'; province?: string; slug?: string | null };
    User: { id: string; name: string; roles: string[]; unitId: string | null; positionId: string | null };
    Session: { accessToken: string; expiresIn: number; user: components['schemas']['User'] };
    ConsoleSession: {
      accessToken: string;
      expiresIn: number;
      user: { id: string; name: string; username: string; roles: string[] };
    };
    Me: components['schemas']['User'] & {
      username: string;
      positions: { id: string; unitId: string; title: string; kind: string; mode: string }[];
      permissions: string[];
      hasSigningKey: boolean;
    };
    Counts: { todo: number; dispositions: number; collaboration: number; notices: number };
    Signup: {
      id: string;
      state: 'pending' | 'approved' | 'provisioning' | 'active' | 'failed' | 'rejected';
      name: string;
      slug: string;
      reason?: string | null;
      createdAt?: string;
    };
    Addressee: { kind: 'unit' | 'position' | 'person' | 'tenant'; id: string; name: string; holder?: string | null };
    LetterItem: { id: string; subject: string; state: string };
  };
}

type S = components['schemas'];

export interface paths {
  '/api/v1/office': Get<S['Site']>;
  '/api/v1/offices': Get<{ items: S['PublicOffice'][] }>;
  '/api/v1/regions': Get<{ items: S['Region'][] }, { query?: { q?: string; limit?: number } }>;
  '/api/v1/me': Get<S['Me']>;
  '/api/v1/me/counts': Get<S['Counts']>;
  '/api/v1/directory': Get<{ items: S['Addressee'][] }, { query?: { kind?: S['Addressee']['kind']; q?: string } }>;
  '/api/v1/letters': Get<Page<S['LetterItem']>, { query?: { box?: string; q?: string; limit?: number; cursor?: string } }>;
  '/api/v1/auth/login': {
    parameters: NoParams;
    post: Post<{ username: string; password: string; otp?: string }, 200, S['Session']>;
  };
  '/api/v1/platform/auth/login': {
    parameters: NoParams;
    post: Post<{ username: string; password: string; otp?: string }, 200, S['ConsoleSession']>;
  };
  '/api/v1/auth/activate': { parameters: NoParams; post: Post<{ token: string; password: string }, 200, { username: string }> };
  '/api/v1/signups': {
    parameters: NoParams;
    post: Post<
      {
        regionCode: string;
        slug: string;
        contact: { name: string; email: string; phone: string; position: string };
      },
      202,
      { id: string; token?: string }
    >;
  };
  '/api/v1/signups/{token}': Get<S['Signup'], { path: { token: string } }>;
}
