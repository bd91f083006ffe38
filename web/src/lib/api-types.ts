// Generated from the server's OpenAPI document by scripts/generate-api-types.ts; do not edit.

export interface paths {
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        password: string;
                        otp?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accessToken: string;
                            expiresIn: number;
                            user: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                roles: string[];
                                unitId: string | null;
                                positionId: string | null;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accessToken: string;
                            expiresIn: number;
                            user: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                roles: string[];
                                unitId: string | null;
                                positionId: string | null;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            username: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            username: string;
                            roles: string[];
                            unitId: string | null;
                            positionId: string | null;
                            positions: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                unitId: string;
                                title: string;
                                kind: string;
                                mode: string;
                            }[];
                            permissions: string[];
                            hasSigningKey: boolean;
                            /** @enum {string} */
                            language: "id" | "en";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language: "id" | "en";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            language: "id" | "en";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        oldPassword: string;
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string | null;
                            name: string;
                            kind: string | null;
                            accent: string | null;
                            markSvg: string | null;
                            timeZone: string;
                            demo: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        password: string;
                        otp?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accessToken: string;
                            expiresIn: number;
                            user: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                username: string;
                                roles: string[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accessToken: string;
                            expiresIn: number;
                            user: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                username: string;
                                roles: string[];
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            username: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    q?: string;
                    status?: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                slug: string;
                                name: string;
                                regionCode: string;
                                /** @enum {string} */
                                kind: "kabupaten" | "kota";
                                timeZone: string;
                                /** @enum {string} */
                                status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                                /** Format: date-time */
                                statusSince: string;
                                schemaVersion: number;
                                demo: boolean;
                                accent: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                activatedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        regionCode: string;
                        /** @enum {string} */
                        kind: "kabupaten" | "kota";
                        admin: {
                            name: string;
                            /** Format: email */
                            email: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tenant: {
                                slug: string;
                                /** @enum {string} */
                                status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                            };
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            slug: string;
                            name: string;
                            regionCode: string;
                            /** @enum {string} */
                            kind: "kabupaten" | "kota";
                            timeZone: string;
                            /** @enum {string} */
                            status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                            /** Format: date-time */
                            statusSince: string;
                            schemaVersion: number;
                            demo: boolean;
                            accent: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            activatedAt: string | null;
                            admin: {
                                name: string;
                                email: string;
                            };
                            failure: string | null;
                            steps: {
                                step: string;
                                /** @enum {string} */
                                state: "waiting" | "running" | "done" | "failed";
                                startedAt: string | null;
                                finishedAt: string | null;
                                milliseconds: number | null;
                                detail: string | null;
                            }[];
                            jobId: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tenant: {
                                slug: string;
                                /** @enum {string} */
                                status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                            };
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tenant: {
                                slug: string;
                                /** @enum {string} */
                                status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                            };
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tenant: {
                                slug: string;
                                /** @enum {string} */
                                status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                            };
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            /** @enum {string} */
                            status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            slug: string;
                            /** @enum {string} */
                            status: "pending" | "provisioning" | "active" | "suspended" | "failed" | "removing" | "removed";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            activationUrl: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/tenants/{slug}/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            status: "queued" | "active" | "completed" | "failed";
                            progress: number;
                            tenant: string | null;
                            result: {
                                [key: string]: unknown;
                            } | null;
                            error: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    q?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                code: string;
                                name: string;
                                /** @enum {string} */
                                kind: "kabupaten" | "kota";
                                province: string;
                                timeZone: string;
                                slug: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                slug: string;
                                name: string;
                                /** @enum {string} */
                                kind: "kabupaten" | "kota";
                                province: string;
                                accent: string | null;
                                markSvg: string | null;
                                url: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    kind?: "unit" | "position" | "person" | "tenant";
                    q?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                kind: "unit" | "position" | "person" | "tenant";
                                id: string;
                                name: string;
                                holder: string | null;
                                detail: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                parentId: string | null;
                                code: string;
                                name: string;
                                shortName: string;
                                /** @enum {string} */
                                kind: "regent" | "secretariat" | "council_secretariat" | "inspectorate" | "dinas" | "badan" | "satpol_pp" | "kecamatan" | "section" | "other" | "council" | "upt" | "blud" | "kelurahan" | "desa";
                                letterhead: {
                                    government?: string;
                                    unit?: string;
                                    lines?: string[];
                                };
                                confirmed: boolean;
                                validTo: string | null;
                                head: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        /** @enum {string} */
                                        mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                                    } | null;
                                } | null;
                                positionCount: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        parentId: string;
                        code: string;
                        name: string;
                        shortName: string;
                        /** @enum {string} */
                        kind: "secretariat" | "council_secretariat" | "inspectorate" | "dinas" | "badan" | "satpol_pp" | "kecamatan" | "section" | "other" | "council" | "upt" | "blud" | "kelurahan" | "desa";
                        letterhead?: {
                            government?: string;
                            unit?: string;
                            lines?: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            parentId: string | null;
                            code: string;
                            name: string;
                            shortName: string;
                            /** @enum {string} */
                            kind: "regent" | "secretariat" | "council_secretariat" | "inspectorate" | "dinas" | "badan" | "satpol_pp" | "kecamatan" | "section" | "other" | "council" | "upt" | "blud" | "kelurahan" | "desa";
                            letterhead: {
                                government?: string;
                                unit?: string;
                                lines?: string[];
                            };
                            confirmed: boolean;
                            validTo: string | null;
                            head: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    /** @enum {string} */
                                    mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                                } | null;
                            } | null;
                            positionCount: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        parentId?: string;
                        code?: string;
                        name?: string;
                        shortName?: string;
                        /** @enum {string} */
                        kind?: "regent" | "secretariat" | "council_secretariat" | "inspectorate" | "dinas" | "badan" | "satpol_pp" | "kecamatan" | "section" | "other" | "council" | "upt" | "blud" | "kelurahan" | "desa";
                        letterhead?: {
                            government?: string;
                            unit?: string;
                            lines?: string[];
                        };
                        confirmed?: boolean;
                        validTo?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            parentId: string | null;
                            code: string;
                            name: string;
                            shortName: string;
                            /** @enum {string} */
                            kind: "regent" | "secretariat" | "council_secretariat" | "inspectorate" | "dinas" | "badan" | "satpol_pp" | "kecamatan" | "section" | "other" | "council" | "upt" | "blud" | "kelurahan" | "desa";
                            letterhead: {
                                government?: string;
                                unit?: string;
                                lines?: string[];
                            };
                            confirmed: boolean;
                            validTo: string | null;
                            head: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    /** @enum {string} */
                                    mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                                } | null;
                            } | null;
                            positionCount: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    unitId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                title: string;
                                /** @enum {string} */
                                kind: "regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator";
                                superiorId: string | null;
                                validTo: string | null;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    /** @enum {string} */
                                    mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        unitId: string;
                        title: string;
                        /** @enum {string} */
                        kind: "regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator";
                        superiorId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            title: string;
                            /** @enum {string} */
                            kind: "regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator";
                            superiorId: string | null;
                            validTo: string | null;
                            holder: {
                                /** Format: uuid */
                                personId: string;
                                name: string;
                                /** @enum {string} */
                                mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/positions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        unitId?: string;
                        title?: string;
                        /** @enum {string} */
                        kind?: "regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator";
                        superiorId?: string | null;
                        validTo?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            title: string;
                            /** @enum {string} */
                            kind: "regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator";
                            superiorId: string | null;
                            validTo: string | null;
                            holder: {
                                /** Format: uuid */
                                personId: string;
                                name: string;
                                /** @enum {string} */
                                mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                            } | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/positions/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                personId: string;
                                personName: string;
                                /** Format: uuid */
                                positionId: string;
                                positionTitle: string;
                                /** @enum {string} */
                                mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                                startsOn: string;
                                endsOn: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                        /** Format: uuid */
                        positionId: string;
                        /**
                         * @default definitif
                         * @enum {string}
                         */
                        mode?: "definitif" | "plt" | "plh" | "pj" | "pjs";
                        /** Format: date */
                        startsOn: string;
                        endsOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            personId: string;
                            personName: string;
                            /** Format: uuid */
                            positionId: string;
                            positionTitle: string;
                            /** @enum {string} */
                            mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                            startsOn: string;
                            endsOn: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        endsOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            personId: string;
                            personName: string;
                            /** Format: uuid */
                            positionId: string;
                            positionTitle: string;
                            /** @enum {string} */
                            mode: "definitif" | "plt" | "plh" | "pj" | "pjs";
                            startsOn: string;
                            endsOn: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    q?: string;
                    active?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                username: string;
                                name: string;
                                nip: string | null;
                                rank: string | null;
                                email: string | null;
                                active: boolean;
                                activated: boolean;
                                roles: ("admin" | "tu" | "arsiparis")[];
                                positions: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    mode: string;
                                    startsOn: string;
                                }[];
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        name: string;
                        nip?: string | null;
                        rank?: string | null;
                        email?: string | null;
                        /** @default [] */
                        roles?: ("admin" | "tu" | "arsiparis")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                            nip: string | null;
                            rank: string | null;
                            email: string | null;
                            active: boolean;
                            activated: boolean;
                            roles: ("admin" | "tu" | "arsiparis")[];
                            positions: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                mode: string;
                                startsOn: string;
                            }[];
                            /** @enum {string} */
                            invited: "mail" | "link";
                            activationUrl?: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                            nip: string | null;
                            rank: string | null;
                            email: string | null;
                            active: boolean;
                            activated: boolean;
                            roles: ("admin" | "tu" | "arsiparis")[];
                            positions: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                mode: string;
                                startsOn: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        nip?: string | null;
                        rank?: string | null;
                        email?: string | null;
                        active?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                            nip: string | null;
                            rank: string | null;
                            email: string | null;
                            active: boolean;
                            activated: boolean;
                            roles: ("admin" | "tu" | "arsiparis")[];
                            positions: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                mode: string;
                                startsOn: string;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/people/{id}/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            invited: "mail" | "link";
                            activationUrl?: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        roles: ("admin" | "tu" | "arsiparis")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            username: string;
                            name: string;
                            nip: string | null;
                            rank: string | null;
                            email: string | null;
                            active: boolean;
                            activated: boolean;
                            roles: ("admin" | "tu" | "arsiparis")[];
                            positions: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                mode: string;
                                startsOn: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                positionId: string;
                                positionTitle: string;
                                /** Format: uuid */
                                personId: string;
                                personName: string;
                                startsAt: string;
                                endsAt: string;
                                acts: ("approve" | "sign" | "dispose")[];
                                secretLetters: boolean;
                                createdBy: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        positionId: string;
                        /** Format: uuid */
                        personId: string;
                        /** Format: date-time */
                        startsAt?: string;
                        /** Format: date-time */
                        endsAt: string;
                        /**
                         * @default [
                         *       "approve",
                         *       "dispose"
                         *     ]
                         */
                        acts?: ("approve" | "sign" | "dispose")[];
                        /** @default false */
                        secretLetters?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            positionId: string;
                            positionTitle: string;
                            /** Format: uuid */
                            personId: string;
                            personName: string;
                            startsAt: string;
                            endsAt: string;
                            acts: ("approve" | "sign" | "dispose")[];
                            secretLetters: boolean;
                            createdBy: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            officeName: string;
                            capital: string;
                            timeZone: string;
                            /** @enum {string} */
                            paper: "A4" | "F4_210" | "F4_215";
                            marginTopMm: number;
                            marginRightMm: number;
                            marginBottomMm: number;
                            marginLeftMm: number;
                            /** @enum {string} */
                            fontFamily: "arimo" | "tinos" | "bonum";
                            fontSizePt: number;
                            urgentLabel: string;
                            emblemSpaceMm: number;
                            hasEmblem: boolean;
                            numberPattern: string;
                            /** @enum {string} */
                            agendaScope: "regency" | "unit";
                            letterFooter: string;
                            dispositionInstructions: string[];
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        paper?: "A4" | "F4_210" | "F4_215";
                        marginTopMm?: number;
                        marginRightMm?: number;
                        marginBottomMm?: number;
                        marginLeftMm?: number;
                        /** @enum {string} */
                        fontFamily?: "arimo" | "tinos" | "bonum";
                        fontSizePt?: number;
                        urgentLabel?: string;
                        emblemSpaceMm?: number;
                        emblemSvg?: string | null;
                        numberPattern?: string;
                        /** @enum {string} */
                        agendaScope?: "regency" | "unit";
                        letterFooter?: string;
                        dispositionInstructions?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            officeName: string;
                            capital: string;
                            timeZone: string;
                            /** @enum {string} */
                            paper: "A4" | "F4_210" | "F4_215";
                            marginTopMm: number;
                            marginRightMm: number;
                            marginBottomMm: number;
                            marginLeftMm: number;
                            /** @enum {string} */
                            fontFamily: "arimo" | "tinos" | "bonum";
                            fontSizePt: number;
                            urgentLabel: string;
                            emblemSpaceMm: number;
                            hasEmblem: boolean;
                            numberPattern: string;
                            /** @enum {string} */
                            agendaScope: "regency" | "unit";
                            letterFooter: string;
                            dispositionInstructions: string[];
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        regionCode: string;
                        slug: string;
                        contact: {
                            name: string;
                            /** Format: email */
                            email: string;
                            phone: string;
                            position: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            token: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signups/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "pending" | "rejected" | "approved" | "provisioning" | "active" | "failed";
                            name: string;
                            slug: string;
                            url: string;
                            reason: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            decidedAt: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/signups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    state?: "pending" | "approved" | "rejected";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                regionCode: string;
                                name: string;
                                province: string;
                                slug: string;
                                /** @enum {string} */
                                state: "pending" | "approved" | "rejected";
                                contact: {
                                    name: string;
                                    email: string;
                                    phone: string;
                                    position: string;
                                };
                                reason: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                decidedAt: string | null;
                                decidedBy: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/signups/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            tenant: {
                                slug: string;
                                status: string;
                            };
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/platform/signups/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            state: "rejected";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    type?: string;
                    q?: string;
                    archived?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                type: string;
                                typeName: string;
                                description: string | null;
                                version: number;
                                publishedVersion: number | null;
                                /** @enum {string} */
                                state: "draft" | "published";
                                origin: {
                                    slug: string;
                                    name: string;
                                    version: number;
                                } | null;
                                updatedAt: string;
                                archivedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        type: string;
                        description?: string | null;
                        body: {
                            /** @enum {string} */
                            type: "doc";
                            content: {
                                [key: string]: unknown;
                            }[];
                        };
                        defaults?: {
                            subject?: string;
                            classification?: string;
                            /** @enum {string} */
                            secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency?: "biasa" | "segera" | "amat_segera";
                            attachmentNote?: string | null;
                            recipients?: ({
                                /** @enum {string} */
                                kind: "unit";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "position";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "tenant";
                                slug: string;
                            } | {
                                /** @enum {string} */
                                kind: "external";
                                name: string;
                                email?: string | null;
                                address?: string | null;
                            })[];
                            copies?: ({
                                /** @enum {string} */
                                kind: "unit";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "position";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "tenant";
                                slug: string;
                            } | {
                                /** @enum {string} */
                                kind: "external";
                                name: string;
                                email?: string | null;
                                address?: string | null;
                            })[];
                            chain?: {
                                /** @enum {string} */
                                approvers: "superiors" | "none" | "positions";
                                stages?: string[][];
                                /** @enum {string} */
                                signer: "regent" | "secretary" | "unit_head" | "position";
                                /** Format: uuid */
                                signerPosition?: string;
                            };
                        };
                        /** @enum {string} */
                        source?: "written" | "imported";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            typeName: string;
                            description: string | null;
                            version: number;
                            publishedVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                            } | null;
                            updatedAt: string;
                            archivedAt: string | null;
                            shownVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            defaults: {
                                subject?: string;
                                classification?: string;
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                attachmentNote?: string | null;
                                recipients?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                copies?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                chain?: {
                                    /** @enum {string} */
                                    approvers: "superiors" | "none" | "positions";
                                    stages?: string[][];
                                    /** @enum {string} */
                                    signer: "regent" | "secretary" | "unit_head" | "position";
                                    /** Format: uuid */
                                    signerPosition?: string;
                                };
                            };
                            names: {
                                [key: string]: string;
                            };
                            gone: {
                                path: string;
                                message: string;
                            }[];
                            versions: {
                                version: number;
                                createdAt: string;
                                publishedAt: string | null;
                                author: string | null;
                                /** @enum {string} */
                                source: "written" | "restored" | "imported" | "adopted";
                                restoredFrom: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Multipart: one file `file` (.docx, at most 10 MB). Keeps nothing: create the template from the answer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            notices: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description People as letters print them, for fields of kind `person`. */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                nip: string;
                                rank: string;
                                position: string;
                                unit: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            typeName: string;
                            description: string | null;
                            version: number;
                            publishedVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                            } | null;
                            updatedAt: string;
                            archivedAt: string | null;
                            shownVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            defaults: {
                                subject?: string;
                                classification?: string;
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                attachmentNote?: string | null;
                                recipients?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                copies?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                chain?: {
                                    /** @enum {string} */
                                    approvers: "superiors" | "none" | "positions";
                                    stages?: string[][];
                                    /** @enum {string} */
                                    signer: "regent" | "secretary" | "unit_head" | "position";
                                    /** Format: uuid */
                                    signerPosition?: string;
                                };
                            };
                            names: {
                                [key: string]: string;
                            };
                            gone: {
                                path: string;
                                message: string;
                            }[];
                            versions: {
                                version: number;
                                createdAt: string;
                                publishedAt: string | null;
                                author: string | null;
                                /** @enum {string} */
                                source: "written" | "restored" | "imported" | "adopted";
                                restoredFrom: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        description?: string | null;
                        body?: {
                            /** @enum {string} */
                            type: "doc";
                            content: {
                                [key: string]: unknown;
                            }[];
                        };
                        defaults?: {
                            subject?: string;
                            classification?: string;
                            /** @enum {string} */
                            secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency?: "biasa" | "segera" | "amat_segera";
                            attachmentNote?: string | null;
                            recipients?: ({
                                /** @enum {string} */
                                kind: "unit";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "position";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "tenant";
                                slug: string;
                            } | {
                                /** @enum {string} */
                                kind: "external";
                                name: string;
                                email?: string | null;
                                address?: string | null;
                            })[];
                            copies?: ({
                                /** @enum {string} */
                                kind: "unit";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "position";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "tenant";
                                slug: string;
                            } | {
                                /** @enum {string} */
                                kind: "external";
                                name: string;
                                email?: string | null;
                                address?: string | null;
                            })[];
                            chain?: {
                                /** @enum {string} */
                                approvers: "superiors" | "none" | "positions";
                                stages?: string[][];
                                /** @enum {string} */
                                signer: "regent" | "secretary" | "unit_head" | "position";
                                /** Format: uuid */
                                signerPosition?: string;
                            };
                        };
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            typeName: string;
                            description: string | null;
                            version: number;
                            publishedVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                            } | null;
                            updatedAt: string;
                            archivedAt: string | null;
                            shownVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            defaults: {
                                subject?: string;
                                classification?: string;
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                attachmentNote?: string | null;
                                recipients?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                copies?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                chain?: {
                                    /** @enum {string} */
                                    approvers: "superiors" | "none" | "positions";
                                    stages?: string[][];
                                    /** @enum {string} */
                                    signer: "regent" | "secretary" | "unit_head" | "position";
                                    /** Format: uuid */
                                    signerPosition?: string;
                                };
                            };
                            names: {
                                [key: string]: string;
                            };
                            gone: {
                                path: string;
                                message: string;
                            }[];
                            versions: {
                                version: number;
                                createdAt: string;
                                publishedAt: string | null;
                                author: string | null;
                                /** @enum {string} */
                                source: "written" | "restored" | "imported" | "adopted";
                                restoredFrom: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/templates/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            typeName: string;
                            description: string | null;
                            version: number;
                            publishedVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                            } | null;
                            updatedAt: string;
                            archivedAt: string | null;
                            shownVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            defaults: {
                                subject?: string;
                                classification?: string;
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                attachmentNote?: string | null;
                                recipients?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                copies?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                chain?: {
                                    /** @enum {string} */
                                    approvers: "superiors" | "none" | "positions";
                                    stages?: string[][];
                                    /** @enum {string} */
                                    signer: "regent" | "secretary" | "unit_head" | "position";
                                    /** Format: uuid */
                                    signerPosition?: string;
                                };
                            };
                            names: {
                                [key: string]: string;
                            };
                            gone: {
                                path: string;
                                message: string;
                            }[];
                            versions: {
                                version: number;
                                createdAt: string;
                                publishedAt: string | null;
                                author: string | null;
                                /** @enum {string} */
                                source: "written" | "restored" | "imported" | "adopted";
                                restoredFrom: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: number;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            typeName: string;
                            description: string | null;
                            version: number;
                            publishedVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                            } | null;
                            updatedAt: string;
                            archivedAt: string | null;
                            shownVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            defaults: {
                                subject?: string;
                                classification?: string;
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                attachmentNote?: string | null;
                                recipients?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                copies?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                chain?: {
                                    /** @enum {string} */
                                    approvers: "superiors" | "none" | "positions";
                                    stages?: string[][];
                                    /** @enum {string} */
                                    signer: "regent" | "secretary" | "unit_head" | "position";
                                    /** Format: uuid */
                                    signerPosition?: string;
                                };
                            };
                            names: {
                                [key: string]: string;
                            };
                            gone: {
                                path: string;
                                message: string;
                            }[];
                            versions: {
                                version: number;
                                createdAt: string;
                                publishedAt: string | null;
                                author: string | null;
                                /** @enum {string} */
                                source: "written" | "restored" | "imported" | "adopted";
                                restoredFrom: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            typeName: string;
                            description: string | null;
                            version: number;
                            publishedVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                            } | null;
                            updatedAt: string;
                            archivedAt: string | null;
                            shownVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            defaults: {
                                subject?: string;
                                classification?: string;
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                attachmentNote?: string | null;
                                recipients?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                copies?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                chain?: {
                                    /** @enum {string} */
                                    approvers: "superiors" | "none" | "positions";
                                    stages?: string[][];
                                    /** @enum {string} */
                                    signer: "regent" | "secretary" | "unit_head" | "position";
                                    /** Format: uuid */
                                    signerPosition?: string;
                                };
                            };
                            names: {
                                [key: string]: string;
                            };
                            gone: {
                                path: string;
                                message: string;
                            }[];
                            versions: {
                                version: number;
                                createdAt: string;
                                publishedAt: string | null;
                                author: string | null;
                                /** @enum {string} */
                                source: "written" | "restored" | "imported" | "adopted";
                                restoredFrom: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            typeName: string;
                            description: string | null;
                            version: number;
                            publishedVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                            } | null;
                            updatedAt: string;
                            archivedAt: string | null;
                            shownVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            defaults: {
                                subject?: string;
                                classification?: string;
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                attachmentNote?: string | null;
                                recipients?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                copies?: ({
                                    /** @enum {string} */
                                    kind: "unit";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "position";
                                    /** Format: uuid */
                                    id: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "tenant";
                                    slug: string;
                                } | {
                                    /** @enum {string} */
                                    kind: "external";
                                    name: string;
                                    email?: string | null;
                                    address?: string | null;
                                })[];
                                chain?: {
                                    /** @enum {string} */
                                    approvers: "superiors" | "none" | "positions";
                                    stages?: string[][];
                                    /** @enum {string} */
                                    signer: "regent" | "secretary" | "unit_head" | "position";
                                    /** Format: uuid */
                                    signerPosition?: string;
                                };
                            };
                            names: {
                                [key: string]: string;
                            };
                            gone: {
                                path: string;
                                message: string;
                            }[];
                            versions: {
                                version: number;
                                createdAt: string;
                                publishedAt: string | null;
                                author: string | null;
                                /** @enum {string} */
                                source: "written" | "restored" | "imported" | "adopted";
                                restoredFrom: number | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/classifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    q?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                name: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        type: string;
                        name?: string;
                        body: {
                            /** @enum {string} */
                            type: "doc";
                            content: {
                                [key: string]: unknown;
                            }[];
                        };
                        defaults?: {
                            subject?: string;
                            classification?: string;
                            /** @enum {string} */
                            secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency?: "biasa" | "segera" | "amat_segera";
                            attachmentNote?: string | null;
                            recipients?: ({
                                /** @enum {string} */
                                kind: "unit";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "position";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "tenant";
                                slug: string;
                            } | {
                                /** @enum {string} */
                                kind: "external";
                                name: string;
                                email?: string | null;
                                address?: string | null;
                            })[];
                            copies?: ({
                                /** @enum {string} */
                                kind: "unit";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "position";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "tenant";
                                slug: string;
                            } | {
                                /** @enum {string} */
                                kind: "external";
                                name: string;
                                email?: string | null;
                                address?: string | null;
                            })[];
                            chain?: {
                                /** @enum {string} */
                                approvers: "superiors" | "none" | "positions";
                                stages?: string[][];
                                /** @enum {string} */
                                signer: "regent" | "secretary" | "unit_head" | "position";
                                /** Format: uuid */
                                signerPosition?: string;
                            };
                        };
                        /**
                         * @default none
                         * @enum {string}
                         */
                        fill?: "sample" | "none";
                        /** @default {} */
                        values?: {
                            [key: string]: string | {
                                name?: string;
                                nip?: string;
                                rank?: string;
                                position?: string;
                                unit?: string;
                            } | (string | {
                                name?: string;
                                nip?: string;
                                rank?: string;
                                position?: string;
                                unit?: string;
                            } | null)[][] | null;
                        };
                        /**
                         * @default answered
                         * @enum {string}
                         */
                        parts?: "answered" | "all";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pages: {
                                svg: string;
                                widthPt: number;
                                heightPt: number;
                            }[];
                            undrawable: string[];
                            values: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letter-types/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        type?: {
                            name?: string;
                            shortCode?: string;
                            /** @enum {string} */
                            group?: "arahan" | "korespondensi" | "khusus";
                            /** @enum {string} */
                            layout?: "korespondensi" | "judul" | "nota_dinas" | "pengaturan" | "penetapan" | "pengantar" | "perjalanan_dinas" | "radiogram" | "sertifikat";
                            title?: string | null;
                            /** @enum {string} */
                            datePlacement?: "top" | "closing" | "enacted" | "issued";
                            showsSubject?: boolean;
                            defaultClassification?: string;
                            requiredParts?: ("addressee" | "attachment" | "copies" | "basis" | "assignee" | "considering" | "recalling" | "dictum")[];
                            signerKinds?: ("regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator")[];
                            printsRank?: boolean;
                            maxSigners?: number;
                            signerRoles?: string[];
                            gazette?: string | null;
                            fontFamily?: ("arimo" | "tinos" | "bonum") | null;
                            fontSizePt?: number | null;
                            paper?: ("A4" | "F4_210" | "F4_215") | null;
                        };
                        office?: {
                            /** @enum {string} */
                            paper?: "A4" | "F4_210" | "F4_215";
                            marginTopMm?: number;
                            marginRightMm?: number;
                            marginBottomMm?: number;
                            marginLeftMm?: number;
                            /** @enum {string} */
                            fontFamily?: "arimo" | "tinos" | "bonum";
                            fontSizePt?: number;
                            urgentLabel?: string;
                            emblemSpaceMm?: number;
                            letterFooter?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pages: {
                                svg: string;
                                widthPt: number;
                                heightPt: number;
                            }[];
                            undrawable: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letter-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    all?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                name: string;
                                shortCode: string;
                                /** @enum {string} */
                                group: "arahan" | "korespondensi" | "khusus";
                                /** @enum {string} */
                                layout: "korespondensi" | "judul" | "nota_dinas" | "pengaturan" | "penetapan" | "pengantar" | "perjalanan_dinas" | "radiogram" | "sertifikat";
                                title: string | null;
                                /** @enum {string} */
                                datePlacement: "top" | "closing" | "enacted" | "issued";
                                showsSubject: boolean;
                                defaultClassification: string;
                                requiredParts: ("addressee" | "attachment" | "copies" | "basis" | "assignee" | "considering" | "recalling" | "dictum")[];
                                signerKinds: ("regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator")[];
                                printsRank: boolean;
                                maxSigners: number;
                                signerRoles: string[];
                                gazette: string | null;
                                fontFamily: ("arimo" | "tinos" | "bonum") | null;
                                fontSizePt: number | null;
                                paper: ("A4" | "F4_210" | "F4_215") | null;
                                active: boolean;
                                updatedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        shortCode: string;
                        /** @enum {string} */
                        group: "arahan" | "korespondensi" | "khusus";
                        /** @enum {string} */
                        layout: "korespondensi" | "judul" | "nota_dinas" | "pengaturan" | "penetapan" | "pengantar" | "perjalanan_dinas" | "radiogram" | "sertifikat";
                        /** @default null */
                        title?: string | null;
                        /**
                         * @default top
                         * @enum {string}
                         */
                        datePlacement?: "top" | "closing" | "enacted" | "issued";
                        /** @default true */
                        showsSubject?: boolean;
                        defaultClassification: string;
                        /** @default [] */
                        requiredParts?: ("addressee" | "attachment" | "copies" | "basis" | "assignee" | "considering" | "recalling" | "dictum")[];
                        /**
                         * @default [
                         *       "regent",
                         *       "deputy_regent",
                         *       "secretary",
                         *       "unit_head"
                         *     ]
                         */
                        signerKinds?: ("regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator")[];
                        /** @default true */
                        printsRank?: boolean;
                        /** @default 1 */
                        maxSigners?: number;
                        /** @default [] */
                        signerRoles?: string[];
                        /** @default null */
                        gazette?: string | null;
                        /** @default null */
                        fontFamily?: ("arimo" | "tinos" | "bonum") | null;
                        /** @default null */
                        fontSizePt?: number | null;
                        /** @default null */
                        paper?: ("A4" | "F4_210" | "F4_215") | null;
                        /** @default true */
                        active?: boolean;
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            name: string;
                            shortCode: string;
                            /** @enum {string} */
                            group: "arahan" | "korespondensi" | "khusus";
                            /** @enum {string} */
                            layout: "korespondensi" | "judul" | "nota_dinas" | "pengaturan" | "penetapan" | "pengantar" | "perjalanan_dinas" | "radiogram" | "sertifikat";
                            title: string | null;
                            /** @enum {string} */
                            datePlacement: "top" | "closing" | "enacted" | "issued";
                            showsSubject: boolean;
                            defaultClassification: string;
                            requiredParts: ("addressee" | "attachment" | "copies" | "basis" | "assignee" | "considering" | "recalling" | "dictum")[];
                            signerKinds: ("regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator")[];
                            printsRank: boolean;
                            maxSigners: number;
                            signerRoles: string[];
                            gazette: string | null;
                            fontFamily: ("arimo" | "tinos" | "bonum") | null;
                            fontSizePt: number | null;
                            paper: ("A4" | "F4_210" | "F4_215") | null;
                            active: boolean;
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letter-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        shortCode?: string;
                        /** @enum {string} */
                        group?: "arahan" | "korespondensi" | "khusus";
                        /** @enum {string} */
                        layout?: "korespondensi" | "judul" | "nota_dinas" | "pengaturan" | "penetapan" | "pengantar" | "perjalanan_dinas" | "radiogram" | "sertifikat";
                        title?: string | null;
                        /** @enum {string} */
                        datePlacement?: "top" | "closing" | "enacted" | "issued";
                        showsSubject?: boolean;
                        defaultClassification?: string;
                        requiredParts?: ("addressee" | "attachment" | "copies" | "basis" | "assignee" | "considering" | "recalling" | "dictum")[];
                        signerKinds?: ("regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator")[];
                        printsRank?: boolean;
                        maxSigners?: number;
                        signerRoles?: string[];
                        gazette?: string | null;
                        fontFamily?: ("arimo" | "tinos" | "bonum") | null;
                        fontSizePt?: number | null;
                        paper?: ("A4" | "F4_210" | "F4_215") | null;
                        active?: boolean;
                        seen?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            name: string;
                            shortCode: string;
                            /** @enum {string} */
                            group: "arahan" | "korespondensi" | "khusus";
                            /** @enum {string} */
                            layout: "korespondensi" | "judul" | "nota_dinas" | "pengaturan" | "penetapan" | "pengantar" | "perjalanan_dinas" | "radiogram" | "sertifikat";
                            title: string | null;
                            /** @enum {string} */
                            datePlacement: "top" | "closing" | "enacted" | "issued";
                            showsSubject: boolean;
                            defaultClassification: string;
                            requiredParts: ("addressee" | "attachment" | "copies" | "basis" | "assignee" | "considering" | "recalling" | "dictum")[];
                            signerKinds: ("regent" | "deputy_regent" | "secretary" | "unit_head" | "division_head" | "council_leader" | "staff" | "registrar" | "administrator")[];
                            printsRank: boolean;
                            maxSigners: number;
                            signerRoles: string[];
                            gazette: string | null;
                            fontFamily: ("arimo" | "tinos" | "bonum") | null;
                            fontSizePt: number | null;
                            paper: ("A4" | "F4_210" | "F4_215") | null;
                            active: boolean;
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/late-turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                letterId: string;
                                subject: string | null;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency: "biasa" | "segera" | "amat_segera";
                                drafter: string | null;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                holder: string | null;
                                /** Format: date-time */
                                since: string;
                                /** Format: date-time */
                                dueAt: string;
                                canRead: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/turn-deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workingDays: number[];
                            opens: string;
                            closes: string;
                            minutes: {
                                biasa: number | null;
                                segera: number | null;
                                amat_segera: number | null;
                            };
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        workingDays: number[];
                        opens: string;
                        closes: string;
                        minutes: {
                            biasa: number | null;
                            segera: number | null;
                            amat_segera: number | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            workingDays: number[];
                            opens: string;
                            closes: string;
                            minutes: {
                                biasa: number | null;
                                segera: number | null;
                                amat_segera: number | null;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                    list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                    state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                    type?: string;
                    direction?: "outgoing" | "incoming";
                    secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                    urgency?: "biasa" | "segera" | "amat_segera";
                    classification?: string;
                    unit?: string;
                    person?: string;
                    party?: string;
                    from?: string;
                    to?: string;
                    attachment?: "yes" | "no";
                    q?: string;
                    order?: "newest" | "relevance";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                direction: "outgoing" | "incoming";
                                type: string;
                                typeName: string;
                                /** @enum {string} */
                                state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                                subject: string;
                                number: string | null;
                                date: string | null;
                                agendaNumber: string | null;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency: "biasa" | "segera" | "amat_segera";
                                version: number;
                                from: string | null;
                                to: {
                                    first: string | null;
                                    count: number;
                                };
                                turn: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    holder: string | null;
                                    since: string;
                                } | null;
                                dueAt: string | null;
                                createdAt: string;
                                updatedAt: string;
                                /** @enum {string} */
                                access: "full" | "envelope";
                                snippet: {
                                    text: string;
                                    hit: boolean;
                                }[] | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        templateId?: string | null;
                        type?: string;
                        subject?: string;
                        body?: {
                            /** @enum {string} */
                            type: "doc";
                            content: {
                                [key: string]: unknown;
                            }[];
                        };
                        /** @default [] */
                        recipients?: ({
                            /** @enum {string} */
                            kind: "unit";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "tenant";
                            slug: string;
                        } | {
                            /** @enum {string} */
                            kind: "external";
                            name: string;
                            email?: string | null;
                            address?: string | null;
                        })[];
                        /** @default [] */
                        copies?: ({
                            /** @enum {string} */
                            kind: "unit";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "tenant";
                            slug: string;
                        } | {
                            /** @enum {string} */
                            kind: "external";
                            name: string;
                            email?: string | null;
                            address?: string | null;
                        })[];
                        classification?: string;
                        /** @enum {string} */
                        secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                        /** @enum {string} */
                        urgency?: "biasa" | "segera" | "amat_segera";
                        attachmentNote?: string | null;
                        dueOn?: string | null;
                        /** Format: uuid */
                        positionId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                    list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                    state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                    type?: string;
                    direction?: "outgoing" | "incoming";
                    secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                    urgency?: "biasa" | "segera" | "amat_segera";
                    classification?: string;
                    unit?: string;
                    person?: string;
                    party?: string;
                    from?: string;
                    to?: string;
                    attachment?: "yes" | "no";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
                            more: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/worklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            to_sign: number;
                            to_approve: number;
                            drafts_returned: number;
                            signed_not_sent: number;
                            deliveries_failed: number;
                            unread: number;
                            not_followed_up: number;
                            dispositions_unread: number;
                            dispositions_not_followed_up: number;
                            copies_unread: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                person: string;
                                position: string | null;
                                isDelegate: boolean;
                                act: string;
                                part: string | null;
                                at: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        templateId?: string | null;
                        type?: string;
                        subject?: string;
                        body?: {
                            /** @enum {string} */
                            type: "doc";
                            content: {
                                [key: string]: unknown;
                            }[];
                        };
                        /** @default [] */
                        recipients?: ({
                            /** @enum {string} */
                            kind: "unit";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "tenant";
                            slug: string;
                        } | {
                            /** @enum {string} */
                            kind: "external";
                            name: string;
                            email?: string | null;
                            address?: string | null;
                        })[];
                        /** @default [] */
                        copies?: ({
                            /** @enum {string} */
                            kind: "unit";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "tenant";
                            slug: string;
                        } | {
                            /** @enum {string} */
                            kind: "external";
                            name: string;
                            email?: string | null;
                            address?: string | null;
                        })[];
                        classification?: string;
                        /** @enum {string} */
                        secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                        /** @enum {string} */
                        urgency?: "biasa" | "segera" | "amat_segera";
                        attachmentNote?: string | null;
                        dueOn?: string | null;
                        /** Format: uuid */
                        positionId?: string;
                        /** Format: uuid */
                        signer?: string;
                        cosigners?: string[];
                        /** Format: uuid */
                        letterId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pages: {
                                svg: string;
                                widthPt: number;
                                heightPt: number;
                            }[];
                            undrawable: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subject?: string;
                        body?: {
                            /** @enum {string} */
                            type: "doc";
                            content: {
                                [key: string]: unknown;
                            }[];
                        };
                        recipients?: ({
                            /** @enum {string} */
                            kind: "unit";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "tenant";
                            slug: string;
                        } | {
                            /** @enum {string} */
                            kind: "external";
                            name: string;
                            email?: string | null;
                            address?: string | null;
                        })[];
                        copies?: ({
                            /** @enum {string} */
                            kind: "unit";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "tenant";
                            slug: string;
                        } | {
                            /** @enum {string} */
                            kind: "external";
                            name: string;
                            email?: string | null;
                            address?: string | null;
                        })[];
                        classification?: string;
                        /** @enum {string} */
                        secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                        /** @enum {string} */
                        urgency?: "biasa" | "segera" | "amat_segera";
                        attachmentNote?: string | null;
                        dueOn?: string | null;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/letters/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            subject: string;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            recipients: {
                                /** @enum {string} */
                                role: "to" | "copy";
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                            }[];
                            author: string;
                            at: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            approvers: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            }[];
                            stages: string[][];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pages: {
                                svg: string;
                                widthPt: number;
                                heightPt: number;
                            }[];
                            undrawable: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approvers?: (string | string[])[];
                        /** Format: uuid */
                        signer?: string;
                        signers?: string[];
                        version?: number;
                        bodyVersion?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                        version?: number;
                        /** Format: uuid */
                        positionId?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note: string;
                        version?: number;
                        /** Format: uuid */
                        positionId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                        version?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            };
                            editable: boolean;
                            mayWrite: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    since: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                            steps: {
                                version: number;
                                clientId: string;
                                step: {
                                    [key: string]: unknown;
                                };
                            }[] | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            editable: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        bodyVersion: number;
                        clientId: string;
                        steps: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                clientId: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                caret: {
                                    anchor: number;
                                    head: number;
                                } | null;
                                bodyVersion: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clientId: string;
                        bodyVersion: number;
                        caret: {
                            anchor: number;
                            head: number;
                        } | null;
                        /** @default false */
                        leaving?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                clientId: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                caret: {
                                    anchor: number;
                                    head: number;
                                } | null;
                                bodyVersion: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/authors/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                            open: number;
                            items: {
                                /** Format: uuid */
                                id: string;
                                author: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                text: string;
                                at: string;
                                anchor: {
                                    from: number;
                                    to: number;
                                } | null;
                                quote: string | null;
                                replacement: string | null;
                                /** @enum {string} */
                                state: "open" | "resolved" | "accepted" | "declined";
                                decidedBy: string | null;
                                decidedAt: string | null;
                                replies: {
                                    /** Format: uuid */
                                    id: string;
                                    author: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    text: string;
                                    at: string;
                                }[];
                                mayDecide: boolean;
                                mayResolve: boolean;
                            }[];
                            mayComment: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        text?: string;
                        anchor?: {
                            from: number;
                            to: number;
                            bodyVersion: number;
                        };
                        replacement?: string;
                        /** Format: uuid */
                        parentId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                            open: number;
                            items: {
                                /** Format: uuid */
                                id: string;
                                author: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                text: string;
                                at: string;
                                anchor: {
                                    from: number;
                                    to: number;
                                } | null;
                                quote: string | null;
                                replacement: string | null;
                                /** @enum {string} */
                                state: "open" | "resolved" | "accepted" | "declined";
                                decidedBy: string | null;
                                decidedAt: string | null;
                                replies: {
                                    /** Format: uuid */
                                    id: string;
                                    author: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    text: string;
                                    at: string;
                                }[];
                                mayDecide: boolean;
                                mayResolve: boolean;
                            }[];
                            mayComment: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/comments/{commentId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    commentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                            open: number;
                            items: {
                                /** Format: uuid */
                                id: string;
                                author: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                text: string;
                                at: string;
                                anchor: {
                                    from: number;
                                    to: number;
                                } | null;
                                quote: string | null;
                                replacement: string | null;
                                /** @enum {string} */
                                state: "open" | "resolved" | "accepted" | "declined";
                                decidedBy: string | null;
                                decidedAt: string | null;
                                replies: {
                                    /** Format: uuid */
                                    id: string;
                                    author: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    text: string;
                                    at: string;
                                }[];
                                mayDecide: boolean;
                                mayResolve: boolean;
                            }[];
                            mayComment: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/comments/{commentId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    commentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                            open: number;
                            items: {
                                /** Format: uuid */
                                id: string;
                                author: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                text: string;
                                at: string;
                                anchor: {
                                    from: number;
                                    to: number;
                                } | null;
                                quote: string | null;
                                replacement: string | null;
                                /** @enum {string} */
                                state: "open" | "resolved" | "accepted" | "declined";
                                decidedBy: string | null;
                                decidedAt: string | null;
                                replies: {
                                    /** Format: uuid */
                                    id: string;
                                    author: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    text: string;
                                    at: string;
                                }[];
                                mayDecide: boolean;
                                mayResolve: boolean;
                            }[];
                            mayComment: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/comments/{commentId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    commentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bodyVersion: number;
                            open: number;
                            items: {
                                /** Format: uuid */
                                id: string;
                                author: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                text: string;
                                at: string;
                                anchor: {
                                    from: number;
                                    to: number;
                                } | null;
                                quote: string | null;
                                replacement: string | null;
                                /** @enum {string} */
                                state: "open" | "resolved" | "accepted" | "declined";
                                decidedBy: string | null;
                                decidedAt: string | null;
                                replies: {
                                    /** Format: uuid */
                                    id: string;
                                    author: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    text: string;
                                    at: string;
                                }[];
                                mayDecide: boolean;
                                mayResolve: boolean;
                            }[];
                            mayComment: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            suggestedNote: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** @description Multipart, one file `file`: PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS or ODP, at most 25 MB. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            suggestedNote: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/attachments/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fileIds: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            suggestedNote: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/attachments/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The bytes, as an attachment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            suggestedNote: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Multipart, one picture `file` for the body: PNG or JPEG, at most 8 MB. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            fileId: string;
                            width: number;
                            height: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/images/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signature-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            provider: "embedded" | "bsre";
                            /** @enum {string} */
                            apiVersion: "v1" | "v2";
                            baseUrl: string | null;
                            username: string | null;
                            hasPassword: boolean;
                            tlsAuthorities: string | null;
                            signatureRoots: string | null;
                            coordinatorName: string | null;
                            coordinatorContact: string | null;
                            updatedAt: string | null;
                            outage: {
                                /** Format: date-time */
                                since: string;
                                /** @enum {string} */
                                fault: "unavailable" | "misconfigured";
                                lastProbeAt: string | null;
                                /** Format: date-time */
                                nextProbeAt: string;
                                queued: number;
                            } | null;
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        provider: "embedded" | "bsre";
                        /**
                         * @default v2
                         * @enum {string}
                         */
                        apiVersion?: "v1" | "v2";
                        /** @default null */
                        baseUrl?: string | null;
                        /** @default null */
                        username?: string | null;
                        password?: string;
                        /** @default null */
                        tlsAuthorities?: string | null;
                        /** @default null */
                        signatureRoots?: string | null;
                        /** @default null */
                        coordinatorName?: string | null;
                        /** @default null */
                        coordinatorContact?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            provider: "embedded" | "bsre";
                            /** @enum {string} */
                            apiVersion: "v1" | "v2";
                            baseUrl: string | null;
                            username: string | null;
                            hasPassword: boolean;
                            tlsAuthorities: string | null;
                            signatureRoots: string | null;
                            coordinatorName: string | null;
                            coordinatorContact: string | null;
                            updatedAt: string | null;
                            outage: {
                                /** Format: date-time */
                                since: string;
                                /** @enum {string} */
                                fault: "unavailable" | "misconfigured";
                                lastProbeAt: string | null;
                                /** Format: date-time */
                                nextProbeAt: string;
                                queued: number;
                            } | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signature-provider/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default v2
                         * @enum {string}
                         */
                        apiVersion?: "v1" | "v2";
                        /** @default null */
                        baseUrl?: string | null;
                        /** @default null */
                        username?: string | null;
                        password?: string;
                        /** @default null */
                        tlsAuthorities?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            result: "ok" | "refused" | "wrong_address" | "unreachable";
                            message: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/nik": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nik: string | null;
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        nik: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            nik: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            outage: {
                                /** Format: date-time */
                                since: string;
                                /** @enum {string} */
                                fault: "unavailable" | "misconfigured";
                            } | null;
                            items: {
                                /** Format: uuid */
                                id: string;
                                subject: string;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency: "biasa" | "segera" | "amat_segera";
                                number: string | null;
                                /** Format: date-time */
                                queuedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-queue/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passphrase: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/signing-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** @enum {string} */
                                state: "requested" | "approved" | "active" | "revoked";
                                serial: string | null;
                                validUntil: string | null;
                                /** Format: date-time */
                                requestedAt: string;
                                approvedAt: string | null;
                                activatedAt: string | null;
                                revokedAt: string | null;
                            } | null;
                            pending: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** @enum {string} */
                                state: "requested" | "approved" | "active" | "revoked";
                                serial: string | null;
                                validUntil: string | null;
                                /** Format: date-time */
                                requestedAt: string;
                                approvedAt: string | null;
                                activatedAt: string | null;
                                revokedAt: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passphrase: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            person: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "requested" | "approved" | "active" | "revoked";
                            serial: string | null;
                            validUntil: string | null;
                            /** Format: date-time */
                            requestedAt: string;
                            approvedAt: string | null;
                            activatedAt: string | null;
                            revokedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    state?: "requested" | "approved" | "active" | "revoked";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                person: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** @enum {string} */
                                state: "requested" | "approved" | "active" | "revoked";
                                serial: string | null;
                                validUntil: string | null;
                                /** Format: date-time */
                                requestedAt: string;
                                approvedAt: string | null;
                                activatedAt: string | null;
                                revokedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-keys/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            person: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "requested" | "approved" | "active" | "revoked";
                            serial: string | null;
                            validUntil: string | null;
                            /** Format: date-time */
                            requestedAt: string;
                            approvedAt: string | null;
                            activatedAt: string | null;
                            revokedAt: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passphrase: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                        passphrase: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            access: "full" | "envelope";
                            mayDownload: boolean;
                            /** @enum {string} */
                            direction: "outgoing" | "incoming";
                            type: string;
                            typeName: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            classification: string;
                            classificationName: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency: "biasa" | "segera" | "amat_segera";
                            version: number;
                            number: string | null;
                            date: string | null;
                            verifyCode: string | null;
                            signedAt: string | null;
                            sentAt: string | null;
                            createdAt: string;
                            updatedAt: string;
                            dueAt: string | null;
                            body: {
                                /** @enum {string} */
                                type: "doc";
                                content: {
                                    [key: string]: unknown;
                                }[];
                            } | null;
                            bodyVersion: number;
                            attachmentNote: string | null;
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            }[];
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                mediaType: string;
                                size: number;
                            } | null;
                            template: {
                                /** Format: uuid */
                                id: string;
                                version: number | null;
                            } | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            drafter: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            authors: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            signer: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                            } | null;
                            signedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            signingQueuedAt: string | null;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            copies: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                unitId: string | null;
                                positionId: string | null;
                                slug: string | null;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                deliveredAt: string | null;
                                readAt: string | null;
                            }[];
                            chain: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                /** Format: uuid */
                                unitId: string;
                                unitName: string;
                                holder: {
                                    /** Format: uuid */
                                    personId: string;
                                    name: string;
                                    mode: string;
                                } | null;
                                stage: number;
                                /** @enum {string} */
                                act: "approve" | "sign";
                                /** @enum {string} */
                                state: "waiting" | "turn" | "done" | "returned" | "skipped";
                                version: number;
                                actedBy: string | null;
                                actedAt: string | null;
                                actedMode: string | null;
                                note: string | null;
                                turnSince: string | null;
                                dueAt: string | null;
                                escalatedAt: string | null;
                            }[];
                            turn: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            } | null;
                            turns: {
                                positionId: string | null;
                                title: string;
                                holder: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                            }[];
                            acting: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                mode: string;
                            } | null;
                            acts: {
                                /** @enum {string} */
                                act: "edit" | "submit" | "withdraw" | "cancel" | "approve" | "return" | "sign" | "void" | "send" | "register" | "dispose";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                position: string | null;
                                action: string;
                                note: string | null;
                                version: number | null;
                            }[];
                            versions: {
                                version: number;
                                at: string;
                            }[];
                            incoming: {
                                sender: {
                                    kind: string;
                                    slug: string | null;
                                    name: string;
                                };
                                receivedAt: string;
                                agendaNumber: string | null;
                                registeredAt: string | null;
                                routedTo: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    /** Format: uuid */
                                    unitId: string;
                                    unitName: string;
                                    holder: {
                                        /** Format: uuid */
                                        personId: string;
                                        name: string;
                                        mode: string;
                                    } | null;
                                } | null;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/pdf */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/number-patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fallback: {
                                pattern: string;
                                sample: string;
                            };
                            items: {
                                /** Format: uuid */
                                id: string;
                                type: {
                                    code: string;
                                    name: string;
                                } | null;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                } | null;
                                pattern: string;
                                /** @enum {string} */
                                series: "shared" | "own";
                                /** @enum {string} */
                                reset: "yearly" | "monthly";
                                sample: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        type?: string | null;
                        /** @default null */
                        unitId?: string | null;
                        pattern: string;
                        /**
                         * @default shared
                         * @enum {string}
                         */
                        series?: "shared" | "own";
                        /**
                         * @default yearly
                         * @enum {string}
                         */
                        reset?: "yearly" | "monthly";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fallback: {
                                pattern: string;
                                sample: string;
                            };
                            items: {
                                /** Format: uuid */
                                id: string;
                                type: {
                                    code: string;
                                    name: string;
                                } | null;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                } | null;
                                pattern: string;
                                /** @enum {string} */
                                series: "shared" | "own";
                                /** @enum {string} */
                                reset: "yearly" | "monthly";
                                sample: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/number-patterns/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        type?: string | null;
                        /** @default null */
                        unitId?: string | null;
                        pattern: string;
                        /**
                         * @default shared
                         * @enum {string}
                         */
                        series?: "shared" | "own";
                        /**
                         * @default yearly
                         * @enum {string}
                         */
                        reset?: "yearly" | "monthly";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sample: string | null;
                            fault: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/number-patterns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        type?: string | null;
                        /** @default null */
                        unitId?: string | null;
                        pattern: string;
                        /**
                         * @default shared
                         * @enum {string}
                         */
                        series?: "shared" | "own";
                        /**
                         * @default yearly
                         * @enum {string}
                         */
                        reset?: "yearly" | "monthly";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fallback: {
                                pattern: string;
                                sample: string;
                            };
                            items: {
                                /** Format: uuid */
                                id: string;
                                type: {
                                    code: string;
                                    name: string;
                                } | null;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                } | null;
                                pattern: string;
                                /** @enum {string} */
                                series: "shared" | "own";
                                /** @enum {string} */
                                reset: "yearly" | "monthly";
                                sample: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fallback: {
                                pattern: string;
                                sample: string;
                            };
                            items: {
                                /** Format: uuid */
                                id: string;
                                type: {
                                    code: string;
                                    name: string;
                                } | null;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                } | null;
                                pattern: string;
                                /** @enum {string} */
                                series: "shared" | "own";
                                /** @enum {string} */
                                reset: "yearly" | "monthly";
                                sample: string;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/number-reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    type?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                date: string;
                                type: string;
                                typeName: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                };
                                classification: string;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                reason: string;
                                reservedBy: string;
                                letterId: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        unitId: string;
                        type: string;
                        classification: string;
                        /**
                         * @default biasa
                         * @enum {string}
                         */
                        secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                        /** @default 1 */
                        count?: number;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                date: string;
                                type: string;
                                typeName: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                };
                                classification: string;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                reason: string;
                                reservedBy: string;
                                letterId: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/number-reservations/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                date: string;
                                type: string;
                                typeName: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                };
                                classification: string;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                reason: string;
                                reservedBy: string;
                                letterId: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/number-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                };
                                type: {
                                    code: string;
                                    name: string;
                                } | null;
                                year: number;
                                month: number | null;
                                used: number;
                                reserved: number;
                                cancelled: number;
                                lastNumber: string | null;
                            }[];
                            years: number[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/number-series/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                date: string;
                                /** @enum {string} */
                                state: "used" | "reserved" | "cancelled";
                                reason: string | null;
                                letterId: string | null;
                                typeName: string;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                subject: string | null;
                                to: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agenda-books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                year: number;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    name: string;
                                } | null;
                                lastSeq: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agenda-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    year?: number;
                    unitId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                agendaNumber: string;
                                registeredAt: string;
                                receivedAt: string;
                                sender: string;
                                number: string | null;
                                date: string | null;
                                typeName: string;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                subject: string | null;
                                routedTo: string | null;
                                state: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string | null;
                            date: string | null;
                            expected: string | null;
                            choice: {
                                reservationId: string | null;
                                number: string | null;
                                date: string;
                                reason: string;
                                decidedBy: string;
                            } | null;
                            mayChoose: {
                                allowed: boolean;
                                reason: string | null;
                            };
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        reservationId?: string;
                        /** Format: date */
                        date?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string | null;
                            date: string | null;
                            expected: string | null;
                            choice: {
                                reservationId: string | null;
                                number: string | null;
                                date: string;
                                reason: string;
                                decidedBy: string;
                            } | null;
                            mayChoose: {
                                allowed: boolean;
                                reason: string | null;
                            };
                        };
                    };
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string | null;
                            date: string | null;
                            expected: string | null;
                            choice: {
                                reservationId: string | null;
                                number: string | null;
                                date: string;
                                reason: string;
                                decidedBy: string;
                            } | null;
                            mayChoose: {
                                allowed: boolean;
                                reason: string | null;
                            };
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    from?: string;
                    to?: string;
                    letterId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                place: string;
                                startsAt: string;
                                endsAt: string;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                state: "planned" | "cancelled";
                                organizer: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    holder: string | null;
                                };
                                letterId: string | null;
                                announced: boolean;
                                response: ("none" | "attending" | "declined" | "represented") | null;
                                organizes: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        letterId?: string | null;
                        title: string;
                        /** @default  */
                        place?: string;
                        /** @default null */
                        link?: string | null;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        /**
                         * @default biasa
                         * @enum {string}
                         */
                        secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                        /** Format: uuid */
                        organizerPositionId?: string;
                        /** @default [] */
                        participants?: ({
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "guest";
                            name: string;
                            institution?: string | null;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            place: string;
                            startsAt: string;
                            endsAt: string;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "planned" | "cancelled";
                            organizer: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                holder: string | null;
                            };
                            letterId: string | null;
                            announced: boolean;
                            response: ("none" | "attending" | "declined" | "represented") | null;
                            organizes: boolean;
                            link: string | null;
                            cancelReason: string | null;
                            version: number;
                            minutesLetterId: string | null;
                            participants: {
                                /** Format: uuid */
                                id: string;
                                position: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    holder: string | null;
                                } | null;
                                name: string;
                                institution: string | null;
                                /** @enum {string} */
                                response: "none" | "attending" | "declined" | "represented";
                                representedBy: string | null;
                                note: string | null;
                                attendedAt: string | null;
                                attendedBy: string | null;
                                mine: boolean;
                            }[];
                            checkIn: {
                                code: string;
                                url: string;
                                qrSvg: string;
                                opensAt: string;
                                closesAt: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            place: string;
                            startsAt: string;
                            endsAt: string;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "planned" | "cancelled";
                            organizer: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                holder: string | null;
                            };
                            letterId: string | null;
                            announced: boolean;
                            response: ("none" | "attending" | "declined" | "represented") | null;
                            organizes: boolean;
                            link: string | null;
                            cancelReason: string | null;
                            version: number;
                            minutesLetterId: string | null;
                            participants: {
                                /** Format: uuid */
                                id: string;
                                position: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    holder: string | null;
                                } | null;
                                name: string;
                                institution: string | null;
                                /** @enum {string} */
                                response: "none" | "attending" | "declined" | "represented";
                                representedBy: string | null;
                                note: string | null;
                                attendedAt: string | null;
                                attendedBy: string | null;
                                mine: boolean;
                            }[];
                            checkIn: {
                                code: string;
                                url: string;
                                qrSvg: string;
                                opensAt: string;
                                closesAt: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        place?: string;
                        link?: string | null;
                        /** Format: date-time */
                        startsAt?: string;
                        /** Format: date-time */
                        endsAt?: string;
                        participants?: ({
                            /** @enum {string} */
                            kind: "position";
                            /** Format: uuid */
                            id: string;
                        } | {
                            /** @enum {string} */
                            kind: "guest";
                            name: string;
                            institution?: string | null;
                        })[];
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            place: string;
                            startsAt: string;
                            endsAt: string;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "planned" | "cancelled";
                            organizer: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                holder: string | null;
                            };
                            letterId: string | null;
                            announced: boolean;
                            response: ("none" | "attending" | "declined" | "represented") | null;
                            organizes: boolean;
                            link: string | null;
                            cancelReason: string | null;
                            version: number;
                            minutesLetterId: string | null;
                            participants: {
                                /** Format: uuid */
                                id: string;
                                position: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    holder: string | null;
                                } | null;
                                name: string;
                                institution: string | null;
                                /** @enum {string} */
                                response: "none" | "attending" | "declined" | "represented";
                                representedBy: string | null;
                                note: string | null;
                                attendedAt: string | null;
                                attendedBy: string | null;
                                mine: boolean;
                            }[];
                            checkIn: {
                                code: string;
                                url: string;
                                qrSvg: string;
                                opensAt: string;
                                closesAt: string;
                            } | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/meetings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            place: string;
                            startsAt: string;
                            endsAt: string;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "planned" | "cancelled";
                            organizer: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                holder: string | null;
                            };
                            letterId: string | null;
                            announced: boolean;
                            response: ("none" | "attending" | "declined" | "represented") | null;
                            organizes: boolean;
                            link: string | null;
                            cancelReason: string | null;
                            version: number;
                            minutesLetterId: string | null;
                            participants: {
                                /** Format: uuid */
                                id: string;
                                position: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    holder: string | null;
                                } | null;
                                name: string;
                                institution: string | null;
                                /** @enum {string} */
                                response: "none" | "attending" | "declined" | "represented";
                                representedBy: string | null;
                                note: string | null;
                                attendedAt: string | null;
                                attendedBy: string | null;
                                mine: boolean;
                            }[];
                            checkIn: {
                                code: string;
                                url: string;
                                qrSvg: string;
                                opensAt: string;
                                closesAt: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}/respond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        positionId?: string;
                        /** @enum {string} */
                        response: "attending" | "declined" | "represented";
                        representedBy?: string | null;
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            place: string;
                            startsAt: string;
                            endsAt: string;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "planned" | "cancelled";
                            organizer: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                holder: string | null;
                            };
                            letterId: string | null;
                            announced: boolean;
                            response: ("none" | "attending" | "declined" | "represented") | null;
                            organizes: boolean;
                            link: string | null;
                            cancelReason: string | null;
                            version: number;
                            minutesLetterId: string | null;
                            participants: {
                                /** Format: uuid */
                                id: string;
                                position: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    holder: string | null;
                                } | null;
                                name: string;
                                institution: string | null;
                                /** @enum {string} */
                                response: "none" | "attending" | "declined" | "represented";
                                representedBy: string | null;
                                note: string | null;
                                attendedAt: string | null;
                                attendedBy: string | null;
                                mine: boolean;
                            }[];
                            checkIn: {
                                code: string;
                                url: string;
                                qrSvg: string;
                                opensAt: string;
                                closesAt: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        participantId: string;
                        present: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            place: string;
                            startsAt: string;
                            endsAt: string;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "planned" | "cancelled";
                            organizer: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                holder: string | null;
                            };
                            letterId: string | null;
                            announced: boolean;
                            response: ("none" | "attending" | "declined" | "represented") | null;
                            organizes: boolean;
                            link: string | null;
                            cancelReason: string | null;
                            version: number;
                            minutesLetterId: string | null;
                            participants: {
                                /** Format: uuid */
                                id: string;
                                position: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    holder: string | null;
                                } | null;
                                name: string;
                                institution: string | null;
                                /** @enum {string} */
                                response: "none" | "attending" | "declined" | "represented";
                                representedBy: string | null;
                                note: string | null;
                                attendedAt: string | null;
                                attendedBy: string | null;
                                mine: boolean;
                            }[];
                            checkIn: {
                                code: string;
                                url: string;
                                qrSvg: string;
                                opensAt: string;
                                closesAt: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}/attendance.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The attendance list as PDF */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meetings/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            letterId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/meeting-suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            place: string | null;
                            date: string | null;
                            startTime: string | null;
                            endTime: string | null;
                            participants: (({
                                /** @enum {string} */
                                kind: "position";
                                /** Format: uuid */
                                id: string;
                            } | {
                                /** @enum {string} */
                                kind: "guest";
                                name: string;
                                institution?: string | null;
                            }) & {
                                label: string;
                                holder: string | null;
                            })[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            name: string;
                            attendedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            createdAt: string | null;
                            url: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            createdAt: string | null;
                            url: string | null;
                        };
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            createdAt: string | null;
                            url: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/calendar */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check-ins/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            place: string | null;
                            startsAt: string;
                            endsAt: string;
                            open: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        institution: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            name: string;
                            attendedAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authentic: boolean;
                            reasons: string[];
                            messages: string[];
                            code: string | null;
                            documentKind: ("letter" | "agreement") | null;
                            documentType: string | null;
                            number: string | null;
                            subject: string | null;
                            issuer: string | null;
                            issuedOn: string | null;
                            signers: {
                                name: string;
                                title: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                            hash: string | null;
                            destroyed: {
                                minutesNumber: string;
                                /** Format: date */
                                minutesOn: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authentic: boolean;
                            reasons: string[];
                            messages: string[];
                            code: string | null;
                            documentKind: ("letter" | "agreement") | null;
                            documentType: string | null;
                            number: string | null;
                            subject: string | null;
                            issuer: string | null;
                            issuedOn: string | null;
                            signers: {
                                name: string;
                                title: string;
                                /** Format: date-time */
                                signedAt: string;
                            }[];
                            hash: string | null;
                            destroyed: {
                                minutesNumber: string;
                                /** Format: date */
                                minutesOn: string;
                            } | null;
                            original: {
                                code: string;
                                /** @enum {string} */
                                documentKind: "letter" | "agreement";
                                documentType: string;
                                number: string;
                                subject: string | null;
                                issuer: string;
                                /** Format: date */
                                issuedOn: string;
                                signers: {
                                    name: string;
                                    title: string;
                                    /** Format: date-time */
                                    signedAt: string;
                                }[];
                                hash: string;
                                destroyed: {
                                    minutesNumber: string;
                                    /** Format: date */
                                    minutesOn: string;
                                } | null;
                            } | null;
                            fileHash: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        routeTo: string;
                        alsoTo?: string[];
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            version: number;
                            agendaNumber: string;
                            agendaYear: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Multipart: a field `letter` (JSON); files `file`, the pages in their order (PDF, JPEG or PNG, at most 25 MB each and 100 MB together), which become one PDF; files `attachment`. One PDF alone is kept byte for byte. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        letter: {
                            senderName: string;
                            number?: string | null;
                            date?: string | null;
                            subject: string;
                            /** @default surat_dinas */
                            type?: string;
                            classification?: string;
                            /**
                             * @default biasa
                             * @enum {string}
                             */
                            secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /**
                             * @default biasa
                             * @enum {string}
                             */
                            urgency?: "biasa" | "segera" | "amat_segera";
                            /** Format: date */
                            receivedOn?: string;
                            routeTo?: string | null;
                            alsoTo?: string[];
                            rotate?: (0 | 90 | 180 | 270)[];
                        };
                        file?: string[];
                        attachment?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            direction: "incoming";
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            subject: string;
                            version: number;
                            agendaNumber: string | null;
                            duplicates: {
                                /** Format: uuid */
                                id: string;
                                subject: string;
                                number: string | null;
                                date: string | null;
                                agendaNumber: string | null;
                                receivedAt: string;
                                senderName: string;
                                /** @enum {string} */
                                reason: "bytes" | "number" | "date";
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incoming-letters/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    senderName?: string;
                    number?: string;
                    date?: string;
                    sha256?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                subject: string;
                                number: string | null;
                                date: string | null;
                                agendaNumber: string | null;
                                receivedAt: string;
                                senderName: string;
                                /** @enum {string} */
                                reason: "bytes" | "number" | "date";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            version: number;
                            items: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                /** @enum {string} */
                                purpose: "act" | "information";
                                routedAt: string;
                                readAt: string | null;
                                doneAt: string | null;
                                doneBy: string | null;
                                closeNote: string | null;
                                withdrawnAt: string | null;
                                withdrawnBy: string | null;
                                withdrawnReason: string | null;
                            }[];
                            texts: {
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                                /** @enum {string} */
                                state: "waiting" | "extracted" | "partial" | "no_text" | "unreadable";
                                pages: number | null;
                            }[];
                            duplicates: {
                                /** Format: uuid */
                                id: string;
                                subject: string;
                                number: string | null;
                                date: string | null;
                                agendaNumber: string | null;
                                receivedAt: string;
                                senderName: string;
                                /** @enum {string} */
                                reason: "bytes" | "number" | "date";
                            }[];
                            acts: {
                                /** @enum {string} */
                                act: "close" | "send_back" | "route";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string[];
                        reason?: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            version: number;
                            items: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                /** @enum {string} */
                                purpose: "act" | "information";
                                routedAt: string;
                                readAt: string | null;
                                doneAt: string | null;
                                doneBy: string | null;
                                closeNote: string | null;
                                withdrawnAt: string | null;
                                withdrawnBy: string | null;
                                withdrawnReason: string | null;
                            }[];
                            texts: {
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                                /** @enum {string} */
                                state: "waiting" | "extracted" | "partial" | "no_text" | "unreadable";
                                pages: number | null;
                            }[];
                            duplicates: {
                                /** Format: uuid */
                                id: string;
                                subject: string;
                                number: string | null;
                                date: string | null;
                                agendaNumber: string | null;
                                receivedAt: string;
                                senderName: string;
                                /** @enum {string} */
                                reason: "bytes" | "number" | "date";
                            }[];
                            acts: {
                                /** @enum {string} */
                                act: "close" | "send_back" | "route";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            version: number;
                            items: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                /** @enum {string} */
                                purpose: "act" | "information";
                                routedAt: string;
                                readAt: string | null;
                                doneAt: string | null;
                                doneBy: string | null;
                                closeNote: string | null;
                                withdrawnAt: string | null;
                                withdrawnBy: string | null;
                                withdrawnReason: string | null;
                            }[];
                            texts: {
                                /** Format: uuid */
                                fileId: string;
                                name: string;
                                /** @enum {string} */
                                state: "waiting" | "extracted" | "partial" | "no_text" | "unreadable";
                                pages: number | null;
                            }[];
                            duplicates: {
                                /** Format: uuid */
                                id: string;
                                subject: string;
                                number: string | null;
                                date: string | null;
                                agendaNumber: string | null;
                                receivedAt: string;
                                senderName: string;
                                /** @enum {string} */
                                reason: "bytes" | "number" | "date";
                            }[];
                            acts: {
                                /** @enum {string} */
                                act: "close" | "send_back" | "route";
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            opened: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The bytes, as an attachment */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            version: number;
                            sentAt: string;
                            recipients: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "to" | "copy";
                                /** @enum {string} */
                                channel: "internal" | "exchange" | "mail" | "print";
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/recipients/{recipientId}/handed-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    recipientId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            delivery: "sent";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/recipients/{recipientId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    recipientId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email?: string;
                        /** @enum {string} */
                        channel?: "print";
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            subject: string | null;
                            number: string | null;
                            date: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                role: "to" | "copy";
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                channel: "internal" | "exchange" | "mail" | "print";
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                sentAt: string | null;
                                deliveredAt: string | null;
                                readAt: string | null;
                                failedAt: string | null;
                                failure: string | null;
                                attempt: number;
                                handoverNote: string | null;
                                acts: ("resend" | "print" | "hand_over" | "receipt")[];
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            subject: string | null;
                            number: string | null;
                            date: string | null;
                            /** @enum {string} */
                            secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                role: "to" | "copy";
                                /** @enum {string} */
                                kind: "unit" | "position" | "tenant" | "external";
                                name: string;
                                email: string | null;
                                address: string | null;
                                /** @enum {string} */
                                channel: "internal" | "exchange" | "mail" | "print";
                                /** @enum {string} */
                                delivery: "pending" | "sent" | "delivered" | "read" | "failed" | "bounced";
                                sentAt: string | null;
                                deliveredAt: string | null;
                                readAt: string | null;
                                failedAt: string | null;
                                failure: string | null;
                                attempt: number;
                                handoverNote: string | null;
                                acts: ("resend" | "print" | "hand_over" | "receipt")[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/recipients/{recipientId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    recipientId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isReceived: boolean;
                            /** Format: uuid */
                            recipientId: string;
                            recipient: string;
                            subject: string | null;
                            number: string | null;
                            date: string | null;
                            sender: string;
                            /** @enum {string} */
                            channel: "internal" | "exchange" | "mail" | "print";
                            exchangeId: string | null;
                            documentSha256: string | null;
                            messageSha256: string | null;
                            sentAt: string | null;
                            deliveredAt: string | null;
                            readAt: string | null;
                            verifyCode: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exchange-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    direction?: "sent" | "received";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                direction: "sent" | "received";
                                partner: {
                                    slug: string;
                                    name: string;
                                };
                                kind: string;
                                number: string | null;
                                date: string | null;
                                type: string | null;
                                unit: string | null;
                                at: string;
                                delivery: ("pending" | "sent" | "delivered" | "read" | "failed") | null;
                                letterId: string | null;
                                subject: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            letter: {
                                /** Format: uuid */
                                id: string;
                                subject: string;
                                number: string | null;
                                date: string | null;
                                agendaNumber: string | null;
                                from: string | null;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency: "biasa" | "segera" | "amat_segera";
                                /** @enum {string} */
                                state: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            };
                            root: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                since: string | null;
                                hasDisposed: boolean;
                                mayDispose: boolean;
                            } | null;
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                letterId: string;
                                parentId: string | null;
                                from: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    unitName: string;
                                    holder: string | null;
                                    person: string;
                                };
                                to: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    unitName: string;
                                    holder: string | null;
                                };
                                instruction: string | null;
                                isSecret: boolean;
                                dueOn: string | null;
                                isOverdue: boolean;
                                /** @enum {string} */
                                state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                                report: string | null;
                                completedBy: string | null;
                                createdAt: string;
                                readAt: string | null;
                                completedAt: string | null;
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                reports: {
                                    /** Format: uuid */
                                    id: string;
                                    at: string;
                                    person: string;
                                    text: string;
                                }[];
                                below: {
                                    total: number;
                                    completed: number;
                                };
                                acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                                depth: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string[];
                        instruction: string;
                        dueOn?: string | null;
                        parentId?: string | null;
                        /** @default false */
                        isSecret?: boolean;
                        each?: {
                            /** Format: uuid */
                            to: string;
                            instruction?: string;
                            dueOn?: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                letterId: string;
                                parentId: string | null;
                                from: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    unitName: string;
                                    holder: string | null;
                                    person: string;
                                };
                                to: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    unitName: string;
                                    holder: string | null;
                                };
                                instruction: string | null;
                                isSecret: boolean;
                                dueOn: string | null;
                                isOverdue: boolean;
                                /** @enum {string} */
                                state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                                report: string | null;
                                completedBy: string | null;
                                createdAt: string;
                                readAt: string | null;
                                completedAt: string | null;
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                reports: {
                                    /** Format: uuid */
                                    id: string;
                                    at: string;
                                    person: string;
                                    text: string;
                                }[];
                                below: {
                                    total: number;
                                    completed: number;
                                };
                                acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    box?: "inbox" | "sent";
                    open?: "true" | "false";
                    overdue?: "true";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                letterId: string;
                                parentId: string | null;
                                from: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    unitName: string;
                                    holder: string | null;
                                    person: string;
                                };
                                to: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    unitName: string;
                                    holder: string | null;
                                };
                                instruction: string | null;
                                isSecret: boolean;
                                dueOn: string | null;
                                isOverdue: boolean;
                                /** @enum {string} */
                                state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                                report: string | null;
                                completedBy: string | null;
                                createdAt: string;
                                readAt: string | null;
                                completedAt: string | null;
                                cancelledAt: string | null;
                                cancelReason: string | null;
                                reports: {
                                    /** Format: uuid */
                                    id: string;
                                    at: string;
                                    person: string;
                                    text: string;
                                }[];
                                below: {
                                    total: number;
                                    completed: number;
                                };
                                acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                                subject: string;
                                letterFrom: string | null;
                                agendaNumber: string | null;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency: "biasa" | "segera" | "amat_segera";
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    letterId: string;
                    parentId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                to: {
                                    /** Format: uuid */
                                    positionId: string;
                                    title: string;
                                    unitName: string;
                                    holder: string | null;
                                };
                                instruction: string;
                                dueOn: string | null;
                                /** @enum {string} */
                                reason: "habit" | "below";
                                times: number;
                            }[];
                            instructions: string[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            letterId: string;
                            parentId: string | null;
                            from: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                person: string;
                            };
                            to: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                            };
                            instruction: string | null;
                            isSecret: boolean;
                            dueOn: string | null;
                            isOverdue: boolean;
                            /** @enum {string} */
                            state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                            report: string | null;
                            completedBy: string | null;
                            createdAt: string;
                            readAt: string | null;
                            completedAt: string | null;
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reports: {
                                /** Format: uuid */
                                id: string;
                                at: string;
                                person: string;
                                text: string;
                            }[];
                            below: {
                                total: number;
                                completed: number;
                            };
                            acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            letterId: string;
                            parentId: string | null;
                            from: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                person: string;
                            };
                            to: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                            };
                            instruction: string | null;
                            isSecret: boolean;
                            dueOn: string | null;
                            isOverdue: boolean;
                            /** @enum {string} */
                            state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                            report: string | null;
                            completedBy: string | null;
                            createdAt: string;
                            readAt: string | null;
                            completedAt: string | null;
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reports: {
                                /** Format: uuid */
                                id: string;
                                at: string;
                                person: string;
                                text: string;
                            }[];
                            below: {
                                total: number;
                                completed: number;
                            };
                            acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        report: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            letterId: string;
                            parentId: string | null;
                            from: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                person: string;
                            };
                            to: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                            };
                            instruction: string | null;
                            isSecret: boolean;
                            dueOn: string | null;
                            isOverdue: boolean;
                            /** @enum {string} */
                            state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                            report: string | null;
                            completedBy: string | null;
                            createdAt: string;
                            readAt: string | null;
                            completedAt: string | null;
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reports: {
                                /** Format: uuid */
                                id: string;
                                at: string;
                                person: string;
                                text: string;
                            }[];
                            below: {
                                total: number;
                                completed: number;
                            };
                            acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            letterId: string;
                            parentId: string | null;
                            from: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                person: string;
                            };
                            to: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                            };
                            instruction: string | null;
                            isSecret: boolean;
                            dueOn: string | null;
                            isOverdue: boolean;
                            /** @enum {string} */
                            state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                            report: string | null;
                            completedBy: string | null;
                            createdAt: string;
                            readAt: string | null;
                            completedAt: string | null;
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reports: {
                                /** Format: uuid */
                                id: string;
                                at: string;
                                person: string;
                                text: string;
                            }[];
                            below: {
                                total: number;
                                completed: number;
                            };
                            acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dispositions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            letterId: string;
                            parentId: string | null;
                            from: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                                person: string;
                            };
                            to: {
                                /** Format: uuid */
                                positionId: string;
                                title: string;
                                unitName: string;
                                holder: string | null;
                            };
                            instruction: string | null;
                            isSecret: boolean;
                            dueOn: string | null;
                            isOverdue: boolean;
                            /** @enum {string} */
                            state: "unread" | "read" | "forwarded" | "completed" | "cancelled";
                            report: string | null;
                            completedBy: string | null;
                            createdAt: string;
                            readAt: string | null;
                            completedAt: string | null;
                            cancelledAt: string | null;
                            cancelReason: string | null;
                            reports: {
                                /** Format: uuid */
                                id: string;
                                at: string;
                                person: string;
                                text: string;
                            }[];
                            below: {
                                total: number;
                                completed: number;
                            };
                            acts: ("read" | "dispose" | "report" | "complete" | "cancel")[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    kind?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                progress: number;
                                result?: {
                                    [key: string]: unknown;
                                };
                                error?: string;
                                createdAt: string;
                                finishedAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            status: "queued" | "active" | "completed" | "failed";
                            progress: number;
                            result?: {
                                [key: string]: unknown;
                            };
                            error?: string;
                            createdAt: string;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "letters";
                                period: string;
                                /** @enum {string} */
                                format: "pdf" | "xlsx";
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                progress: number;
                                error: string | null;
                                fileUrl: string | null;
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "letters";
                        period: string;
                        /** @enum {string} */
                        format: "pdf" | "xlsx";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            jobId: string;
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A file that one ordered: bytes, to be saved. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                classification: string;
                                name: string | null;
                                activeYears: number;
                                inactiveYears: number;
                                /** @enum {string} */
                                disposition: "destroy" | "permanent" | "reassess";
                                triggerText: string | null;
                                note: string | null;
                                legalBasis: string | null;
                                confirmed: boolean;
                                updatedAt: string;
                            }[];
                            /** @enum {string} */
                            retentionStart: "closing" | "year_end";
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        activeYears: number;
                        inactiveYears: number;
                        /** @enum {string} */
                        disposition: "destroy" | "permanent" | "reassess";
                        /** @default null */
                        triggerText?: string | null;
                        /** @default null */
                        note?: string | null;
                        /** @default null */
                        legalBasis?: string | null;
                        /** @default false */
                        confirmed?: boolean;
                        classification: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            classification: string;
                            name: string | null;
                            activeYears: number;
                            inactiveYears: number;
                            /** @enum {string} */
                            disposition: "destroy" | "permanent" | "reassess";
                            triggerText: string | null;
                            note: string | null;
                            legalBasis: string | null;
                            confirmed: boolean;
                            updatedAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention-rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The schedule as CSV, in the shape that the import reads. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention-rules/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        csv: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            created: number;
                            changed: number;
                            same: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        retentionStart: "closing" | "year_end";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            retentionStart: "closing" | "year_end";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/retention-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    unitId?: string;
                    classification?: string;
                    state?: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                code: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                classification: string;
                                classificationName: string | null;
                                year: number;
                                title: string;
                                /** @enum {string} */
                                state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                                closedOn: string | null;
                                items: number;
                                place: string | null;
                                retention: {
                                    /** @enum {string} */
                                    phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                    startsOn: string | null;
                                    activeUntil: string | null;
                                    inactiveUntil: string | null;
                                    disposition: ("destroy" | "permanent" | "reassess") | null;
                                    isHeld: boolean;
                                    rule: {
                                        classification: string;
                                        activeYears: number;
                                        inactiveYears: number;
                                        /** @enum {string} */
                                        disposition: "destroy" | "permanent" | "reassess";
                                        triggerText: string | null;
                                        confirmed: boolean;
                                    } | null;
                                };
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        unitId?: string;
                        classification: string;
                        year: number;
                        title: string;
                        /** @default null */
                        description?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            classification: string;
                            classificationName: string | null;
                            year: number;
                            title: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                            closedOn: string | null;
                            items: number;
                            place: string | null;
                            retention: {
                                /** @enum {string} */
                                phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                startsOn: string | null;
                                activeUntil: string | null;
                                inactiveUntil: string | null;
                                disposition: ("destroy" | "permanent" | "reassess") | null;
                                isHeld: boolean;
                                rule: {
                                    classification: string;
                                    activeYears: number;
                                    inactiveYears: number;
                                    /** @enum {string} */
                                    disposition: "destroy" | "permanent" | "reassess";
                                    triggerText: string | null;
                                    confirmed: boolean;
                                } | null;
                            };
                            description: string | null;
                            triggerOn: string | null;
                            reassessed: ("destroy" | "permanent") | null;
                            version: number;
                            createdAt: string;
                            createdBy: string;
                            places: {
                                building: string;
                                room: string | null;
                                shelf: string | null;
                                box: string | null;
                                folder: string | null;
                                note: string | null;
                                movedBy: string;
                                movedAt: string;
                            }[];
                            holds: {
                                /** Format: uuid */
                                id: string;
                                letterId: string | null;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                                liftedBy: string | null;
                                liftedAt: string | null;
                                liftReason: string | null;
                            }[];
                            disposals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                title: string;
                                state: string;
                            }[];
                            packages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                createdAt: string;
                                createdBy: string;
                                isOwn: boolean;
                                size: number | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            classification: string;
                            classificationName: string | null;
                            year: number;
                            title: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                            closedOn: string | null;
                            items: number;
                            place: string | null;
                            retention: {
                                /** @enum {string} */
                                phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                startsOn: string | null;
                                activeUntil: string | null;
                                inactiveUntil: string | null;
                                disposition: ("destroy" | "permanent" | "reassess") | null;
                                isHeld: boolean;
                                rule: {
                                    classification: string;
                                    activeYears: number;
                                    inactiveYears: number;
                                    /** @enum {string} */
                                    disposition: "destroy" | "permanent" | "reassess";
                                    triggerText: string | null;
                                    confirmed: boolean;
                                } | null;
                            };
                            description: string | null;
                            triggerOn: string | null;
                            reassessed: ("destroy" | "permanent") | null;
                            version: number;
                            createdAt: string;
                            createdBy: string;
                            places: {
                                building: string;
                                room: string | null;
                                shelf: string | null;
                                box: string | null;
                                folder: string | null;
                                note: string | null;
                                movedBy: string;
                                movedAt: string;
                            }[];
                            holds: {
                                /** Format: uuid */
                                id: string;
                                letterId: string | null;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                                liftedBy: string | null;
                                liftedAt: string | null;
                                liftReason: string | null;
                            }[];
                            disposals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                title: string;
                                state: string;
                            }[];
                            packages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                createdAt: string;
                                createdBy: string;
                                isOwn: boolean;
                                size: number | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        description?: string | null;
                        triggerOn?: string | null;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            classification: string;
                            classificationName: string | null;
                            year: number;
                            title: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                            closedOn: string | null;
                            items: number;
                            place: string | null;
                            retention: {
                                /** @enum {string} */
                                phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                startsOn: string | null;
                                activeUntil: string | null;
                                inactiveUntil: string | null;
                                disposition: ("destroy" | "permanent" | "reassess") | null;
                                isHeld: boolean;
                                rule: {
                                    classification: string;
                                    activeYears: number;
                                    inactiveYears: number;
                                    /** @enum {string} */
                                    disposition: "destroy" | "permanent" | "reassess";
                                    triggerText: string | null;
                                    confirmed: boolean;
                                } | null;
                            };
                            description: string | null;
                            triggerOn: string | null;
                            reassessed: ("destroy" | "permanent") | null;
                            version: number;
                            createdAt: string;
                            createdBy: string;
                            places: {
                                building: string;
                                room: string | null;
                                shelf: string | null;
                                box: string | null;
                                folder: string | null;
                                note: string | null;
                                movedBy: string;
                                movedAt: string;
                            }[];
                            holds: {
                                /** Format: uuid */
                                id: string;
                                letterId: string | null;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                                liftedBy: string | null;
                                liftedAt: string | null;
                                liftReason: string | null;
                            }[];
                            disposals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                title: string;
                                state: string;
                            }[];
                            packages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                createdAt: string;
                                createdBy: string;
                                isOwn: boolean;
                                size: number | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/dossiers/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        closedOn?: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            classification: string;
                            classificationName: string | null;
                            year: number;
                            title: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                            closedOn: string | null;
                            items: number;
                            place: string | null;
                            retention: {
                                /** @enum {string} */
                                phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                startsOn: string | null;
                                activeUntil: string | null;
                                inactiveUntil: string | null;
                                disposition: ("destroy" | "permanent" | "reassess") | null;
                                isHeld: boolean;
                                rule: {
                                    classification: string;
                                    activeYears: number;
                                    inactiveYears: number;
                                    /** @enum {string} */
                                    disposition: "destroy" | "permanent" | "reassess";
                                    triggerText: string | null;
                                    confirmed: boolean;
                                } | null;
                            };
                            description: string | null;
                            triggerOn: string | null;
                            reassessed: ("destroy" | "permanent") | null;
                            version: number;
                            createdAt: string;
                            createdBy: string;
                            places: {
                                building: string;
                                room: string | null;
                                shelf: string | null;
                                box: string | null;
                                folder: string | null;
                                note: string | null;
                                movedBy: string;
                                movedAt: string;
                            }[];
                            holds: {
                                /** Format: uuid */
                                id: string;
                                letterId: string | null;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                                liftedBy: string | null;
                                liftedAt: string | null;
                                liftReason: string | null;
                            }[];
                            disposals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                title: string;
                                state: string;
                            }[];
                            packages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                createdAt: string;
                                createdBy: string;
                                isOwn: boolean;
                                size: number | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            classification: string;
                            classificationName: string | null;
                            year: number;
                            title: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                            closedOn: string | null;
                            items: number;
                            place: string | null;
                            retention: {
                                /** @enum {string} */
                                phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                startsOn: string | null;
                                activeUntil: string | null;
                                inactiveUntil: string | null;
                                disposition: ("destroy" | "permanent" | "reassess") | null;
                                isHeld: boolean;
                                rule: {
                                    classification: string;
                                    activeYears: number;
                                    inactiveYears: number;
                                    /** @enum {string} */
                                    disposition: "destroy" | "permanent" | "reassess";
                                    triggerText: string | null;
                                    confirmed: boolean;
                                } | null;
                            };
                            description: string | null;
                            triggerOn: string | null;
                            reassessed: ("destroy" | "permanent") | null;
                            version: number;
                            createdAt: string;
                            createdBy: string;
                            places: {
                                building: string;
                                room: string | null;
                                shelf: string | null;
                                box: string | null;
                                folder: string | null;
                                note: string | null;
                                movedBy: string;
                                movedAt: string;
                            }[];
                            holds: {
                                /** Format: uuid */
                                id: string;
                                letterId: string | null;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                                liftedBy: string | null;
                                liftedAt: string | null;
                                liftReason: string | null;
                            }[];
                            disposals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                title: string;
                                state: string;
                            }[];
                            packages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                createdAt: string;
                                createdBy: string;
                                isOwn: boolean;
                                size: number | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/reassess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "destroy" | "permanent";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            classification: string;
                            classificationName: string | null;
                            year: number;
                            title: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                            closedOn: string | null;
                            items: number;
                            place: string | null;
                            retention: {
                                /** @enum {string} */
                                phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                startsOn: string | null;
                                activeUntil: string | null;
                                inactiveUntil: string | null;
                                disposition: ("destroy" | "permanent" | "reassess") | null;
                                isHeld: boolean;
                                rule: {
                                    classification: string;
                                    activeYears: number;
                                    inactiveYears: number;
                                    /** @enum {string} */
                                    disposition: "destroy" | "permanent" | "reassess";
                                    triggerText: string | null;
                                    confirmed: boolean;
                                } | null;
                            };
                            description: string | null;
                            triggerOn: string | null;
                            reassessed: ("destroy" | "permanent") | null;
                            version: number;
                            createdAt: string;
                            createdBy: string;
                            places: {
                                building: string;
                                room: string | null;
                                shelf: string | null;
                                box: string | null;
                                folder: string | null;
                                note: string | null;
                                movedBy: string;
                                movedAt: string;
                            }[];
                            holds: {
                                /** Format: uuid */
                                id: string;
                                letterId: string | null;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                                liftedBy: string | null;
                                liftedAt: string | null;
                                liftReason: string | null;
                            }[];
                            disposals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                title: string;
                                state: string;
                            }[];
                            packages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                createdAt: string;
                                createdBy: string;
                                isOwn: boolean;
                                size: number | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        building: string;
                        /** @default null */
                        room?: string | null;
                        /** @default null */
                        shelf?: string | null;
                        /** @default null */
                        box?: string | null;
                        /** @default null */
                        folder?: string | null;
                        /** @default null */
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            code: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            classification: string;
                            classificationName: string | null;
                            year: number;
                            title: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                            closedOn: string | null;
                            items: number;
                            place: string | null;
                            retention: {
                                /** @enum {string} */
                                phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                startsOn: string | null;
                                activeUntil: string | null;
                                inactiveUntil: string | null;
                                disposition: ("destroy" | "permanent" | "reassess") | null;
                                isHeld: boolean;
                                rule: {
                                    classification: string;
                                    activeYears: number;
                                    inactiveYears: number;
                                    /** @enum {string} */
                                    disposition: "destroy" | "permanent" | "reassess";
                                    triggerText: string | null;
                                    confirmed: boolean;
                                } | null;
                            };
                            description: string | null;
                            triggerOn: string | null;
                            reassessed: ("destroy" | "permanent") | null;
                            version: number;
                            createdAt: string;
                            createdBy: string;
                            places: {
                                building: string;
                                room: string | null;
                                shelf: string | null;
                                box: string | null;
                                folder: string | null;
                                note: string | null;
                                movedBy: string;
                                movedAt: string;
                            }[];
                            holds: {
                                /** Format: uuid */
                                id: string;
                                letterId: string | null;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                                liftedBy: string | null;
                                liftedAt: string | null;
                                liftReason: string | null;
                            }[];
                            disposals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                title: string;
                                state: string;
                            }[];
                            packages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                jobId: string;
                                /** @enum {string} */
                                status: "queued" | "active" | "completed" | "failed";
                                createdAt: string;
                                createdBy: string;
                                isOwn: boolean;
                                size: number | null;
                            }[];
                            history: {
                                at: string;
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "letter" | "paper" | "hidden";
                                letterId: string | null;
                                subject: string | null;
                                number: string | null;
                                date: string | null;
                                party: string | null;
                                direction: ("outgoing" | "incoming") | null;
                                secrecy: ("biasa" | "terbatas" | "rahasia" | "sangat_rahasia") | null;
                                quantity: string | null;
                                destroyed: boolean;
                                isHeld: boolean;
                                filedAt: string;
                                filedBy: string;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        letterIds?: string[];
                        paper?: {
                            subject: string;
                            /** @default null */
                            number?: string | null;
                            /** @default null */
                            date?: string | null;
                            /** @default null */
                            quantity?: string | null;
                        };
                        /** @default false */
                        move?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            filed: string[];
                            refused: {
                                /** Format: uuid */
                                letterId: string;
                                code: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unfiled-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    classification?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                direction: "outgoing" | "incoming";
                                subject: string;
                                number: string | null;
                                date: string | null;
                                party: string | null;
                                classification: string;
                                classificationName: string | null;
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                typeName: string;
                                suggestion: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    title: string;
                                } | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dossier: {
                                /** Format: uuid */
                                id: string;
                                code: string;
                                title: string;
                                unitName: string;
                                visible: boolean;
                                place: string | null;
                                retention: {
                                    /** @enum {string} */
                                    phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                    startsOn: string | null;
                                    activeUntil: string | null;
                                    inactiveUntil: string | null;
                                    disposition: ("destroy" | "permanent" | "reassess") | null;
                                    isHeld: boolean;
                                    rule: {
                                        classification: string;
                                        activeYears: number;
                                        inactiveYears: number;
                                        /** @enum {string} */
                                        disposition: "destroy" | "permanent" | "reassess";
                                        triggerText: string | null;
                                        confirmed: boolean;
                                    } | null;
                                };
                            } | null;
                            suggestions: {
                                /** Format: uuid */
                                id: string;
                                code: string;
                                title: string;
                                unitName: string;
                            }[];
                            mayFile: boolean;
                            reason: string | null;
                            hold: {
                                /** Format: uuid */
                                id: string;
                                reason: string;
                                placedBy: string;
                                placedAt: string;
                            } | null;
                            destroyed: {
                                at: string;
                                minutesNumber: string;
                                minutesOn: string;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letters/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/legal-holds/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    kind?: "transfer" | "destruction" | "handover";
                    state?: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "transfer" | "destruction" | "handover";
                                /** @enum {string} */
                                state: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                                title: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                dossiers: number;
                                createdAt: string;
                                createdBy: string;
                                doneAt: string | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "transfer" | "destruction" | "handover";
                        title: string;
                        dossierIds: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "transfer" | "destruction" | "handover";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            dossiers: number;
                            createdAt: string;
                            createdBy: string;
                            doneAt: string | null;
                            version: number;
                            proposedBy: string | null;
                            minutesNumber: string | null;
                            minutesOn: string | null;
                            authority: ("anri" | "regent") | null;
                            items: {
                                dossier: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    unit: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    classification: string;
                                    classificationName: string | null;
                                    year: number;
                                    title: string;
                                    /** @enum {string} */
                                    state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                                    closedOn: string | null;
                                    items: number;
                                    place: string | null;
                                    retention: {
                                        /** @enum {string} */
                                        phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                        startsOn: string | null;
                                        activeUntil: string | null;
                                        inactiveUntil: string | null;
                                        disposition: ("destroy" | "permanent" | "reassess") | null;
                                        isHeld: boolean;
                                        rule: {
                                            classification: string;
                                            activeYears: number;
                                            inactiveYears: number;
                                            /** @enum {string} */
                                            disposition: "destroy" | "permanent" | "reassess";
                                            triggerText: string | null;
                                            confirmed: boolean;
                                        } | null;
                                    };
                                };
                                obstacle: string | null;
                            }[];
                            papers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                number: string;
                                datedOn: string;
                                signedBy: string;
                                letterId: string | null;
                                fileName: string | null;
                                addedBy: string;
                                addedAt: string;
                            }[];
                            steps: {
                                /** @enum {string} */
                                event: "propose" | "assess" | "approve" | "accept" | "execute" | "finish" | "return" | "cancel";
                                /** @enum {string} */
                                to: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                                done: boolean;
                                doneBy: string | null;
                                doneAt: string | null;
                                papers: {
                                    /** @enum {string} */
                                    kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                    present: boolean;
                                }[];
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            log: {
                                event: string;
                                person: string;
                                position: string | null;
                                note: string | null;
                                at: string;
                            }[];
                            letters: number;
                            destroyed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    kind: "transfer" | "destruction" | "handover";
                    unitId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                code: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                classification: string;
                                classificationName: string | null;
                                year: number;
                                title: string;
                                /** @enum {string} */
                                state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                                closedOn: string | null;
                                items: number;
                                place: string | null;
                                retention: {
                                    /** @enum {string} */
                                    phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                    startsOn: string | null;
                                    activeUntil: string | null;
                                    inactiveUntil: string | null;
                                    disposition: ("destroy" | "permanent" | "reassess") | null;
                                    isHeld: boolean;
                                    rule: {
                                        classification: string;
                                        activeYears: number;
                                        inactiveYears: number;
                                        /** @enum {string} */
                                        disposition: "destroy" | "permanent" | "reassess";
                                        triggerText: string | null;
                                        confirmed: boolean;
                                    } | null;
                                };
                            }[];
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "transfer" | "destruction" | "handover";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            dossiers: number;
                            createdAt: string;
                            createdBy: string;
                            doneAt: string | null;
                            version: number;
                            proposedBy: string | null;
                            minutesNumber: string | null;
                            minutesOn: string | null;
                            authority: ("anri" | "regent") | null;
                            items: {
                                dossier: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    unit: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    classification: string;
                                    classificationName: string | null;
                                    year: number;
                                    title: string;
                                    /** @enum {string} */
                                    state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                                    closedOn: string | null;
                                    items: number;
                                    place: string | null;
                                    retention: {
                                        /** @enum {string} */
                                        phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                        startsOn: string | null;
                                        activeUntil: string | null;
                                        inactiveUntil: string | null;
                                        disposition: ("destroy" | "permanent" | "reassess") | null;
                                        isHeld: boolean;
                                        rule: {
                                            classification: string;
                                            activeYears: number;
                                            inactiveYears: number;
                                            /** @enum {string} */
                                            disposition: "destroy" | "permanent" | "reassess";
                                            triggerText: string | null;
                                            confirmed: boolean;
                                        } | null;
                                    };
                                };
                                obstacle: string | null;
                            }[];
                            papers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                number: string;
                                datedOn: string;
                                signedBy: string;
                                letterId: string | null;
                                fileName: string | null;
                                addedBy: string;
                                addedAt: string;
                            }[];
                            steps: {
                                /** @enum {string} */
                                event: "propose" | "assess" | "approve" | "accept" | "execute" | "finish" | "return" | "cancel";
                                /** @enum {string} */
                                to: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                                done: boolean;
                                doneBy: string | null;
                                doneAt: string | null;
                                papers: {
                                    /** @enum {string} */
                                    kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                    present: boolean;
                                }[];
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            log: {
                                event: string;
                                person: string;
                                position: string | null;
                                note: string | null;
                                at: string;
                            }[];
                            letters: number;
                            destroyed: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        add?: string[];
                        /** @default [] */
                        remove?: string[];
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "transfer" | "destruction" | "handover";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            dossiers: number;
                            createdAt: string;
                            createdBy: string;
                            doneAt: string | null;
                            version: number;
                            proposedBy: string | null;
                            minutesNumber: string | null;
                            minutesOn: string | null;
                            authority: ("anri" | "regent") | null;
                            items: {
                                dossier: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    unit: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    classification: string;
                                    classificationName: string | null;
                                    year: number;
                                    title: string;
                                    /** @enum {string} */
                                    state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                                    closedOn: string | null;
                                    items: number;
                                    place: string | null;
                                    retention: {
                                        /** @enum {string} */
                                        phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                        startsOn: string | null;
                                        activeUntil: string | null;
                                        inactiveUntil: string | null;
                                        disposition: ("destroy" | "permanent" | "reassess") | null;
                                        isHeld: boolean;
                                        rule: {
                                            classification: string;
                                            activeYears: number;
                                            inactiveYears: number;
                                            /** @enum {string} */
                                            disposition: "destroy" | "permanent" | "reassess";
                                            triggerText: string | null;
                                            confirmed: boolean;
                                        } | null;
                                    };
                                };
                                obstacle: string | null;
                            }[];
                            papers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                number: string;
                                datedOn: string;
                                signedBy: string;
                                letterId: string | null;
                                fileName: string | null;
                                addedBy: string;
                                addedAt: string;
                            }[];
                            steps: {
                                /** @enum {string} */
                                event: "propose" | "assess" | "approve" | "accept" | "execute" | "finish" | "return" | "cancel";
                                /** @enum {string} */
                                to: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                                done: boolean;
                                doneBy: string | null;
                                doneAt: string | null;
                                papers: {
                                    /** @enum {string} */
                                    kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                    present: boolean;
                                }[];
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            log: {
                                event: string;
                                person: string;
                                position: string | null;
                                note: string | null;
                                at: string;
                            }[];
                            letters: number;
                            destroyed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        event: "propose" | "assess" | "approve" | "accept" | "execute" | "return" | "cancel";
                        version: number;
                        /** @default null */
                        note?: string | null;
                        dossiers?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "transfer" | "destruction" | "handover";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            dossiers: number;
                            createdAt: string;
                            createdBy: string;
                            doneAt: string | null;
                            version: number;
                            proposedBy: string | null;
                            minutesNumber: string | null;
                            minutesOn: string | null;
                            authority: ("anri" | "regent") | null;
                            items: {
                                dossier: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    unit: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    classification: string;
                                    classificationName: string | null;
                                    year: number;
                                    title: string;
                                    /** @enum {string} */
                                    state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                                    closedOn: string | null;
                                    items: number;
                                    place: string | null;
                                    retention: {
                                        /** @enum {string} */
                                        phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                        startsOn: string | null;
                                        activeUntil: string | null;
                                        inactiveUntil: string | null;
                                        disposition: ("destroy" | "permanent" | "reassess") | null;
                                        isHeld: boolean;
                                        rule: {
                                            classification: string;
                                            activeYears: number;
                                            inactiveYears: number;
                                            /** @enum {string} */
                                            disposition: "destroy" | "permanent" | "reassess";
                                            triggerText: string | null;
                                            confirmed: boolean;
                                        } | null;
                                    };
                                };
                                obstacle: string | null;
                            }[];
                            papers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                number: string;
                                datedOn: string;
                                signedBy: string;
                                letterId: string | null;
                                fileName: string | null;
                                addedBy: string;
                                addedAt: string;
                            }[];
                            steps: {
                                /** @enum {string} */
                                event: "propose" | "assess" | "approve" | "accept" | "execute" | "finish" | "return" | "cancel";
                                /** @enum {string} */
                                to: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                                done: boolean;
                                doneBy: string | null;
                                doneAt: string | null;
                                papers: {
                                    /** @enum {string} */
                                    kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                    present: boolean;
                                }[];
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            log: {
                                event: string;
                                person: string;
                                position: string | null;
                                note: string | null;
                                at: string;
                            }[];
                            letters: number;
                            destroyed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/{id}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Multipart: a field `paper` (JSON: kind, number, datedOn, signedBy, letterId?) and, without letterId, one `file`. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "transfer" | "destruction" | "handover";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            dossiers: number;
                            createdAt: string;
                            createdBy: string;
                            doneAt: string | null;
                            version: number;
                            proposedBy: string | null;
                            minutesNumber: string | null;
                            minutesOn: string | null;
                            authority: ("anri" | "regent") | null;
                            items: {
                                dossier: {
                                    /** Format: uuid */
                                    id: string;
                                    code: string;
                                    unit: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    classification: string;
                                    classificationName: string | null;
                                    year: number;
                                    title: string;
                                    /** @enum {string} */
                                    state: "open" | "closed" | "inactive" | "handed_over" | "destroyed";
                                    closedOn: string | null;
                                    items: number;
                                    place: string | null;
                                    retention: {
                                        /** @enum {string} */
                                        phase: "unruled" | "open" | "awaiting_trigger" | "active" | "transfer_due" | "inactive" | "disposal_due" | "handed_over" | "destroyed";
                                        startsOn: string | null;
                                        activeUntil: string | null;
                                        inactiveUntil: string | null;
                                        disposition: ("destroy" | "permanent" | "reassess") | null;
                                        isHeld: boolean;
                                        rule: {
                                            classification: string;
                                            activeYears: number;
                                            inactiveYears: number;
                                            /** @enum {string} */
                                            disposition: "destroy" | "permanent" | "reassess";
                                            triggerText: string | null;
                                            confirmed: boolean;
                                        } | null;
                                    };
                                };
                                obstacle: string | null;
                            }[];
                            papers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                number: string;
                                datedOn: string;
                                signedBy: string;
                                letterId: string | null;
                                fileName: string | null;
                                addedBy: string;
                                addedAt: string;
                            }[];
                            steps: {
                                /** @enum {string} */
                                event: "propose" | "assess" | "approve" | "accept" | "execute" | "finish" | "return" | "cancel";
                                /** @enum {string} */
                                to: "draft" | "proposed" | "assessed" | "approved" | "executing" | "done" | "cancelled";
                                done: boolean;
                                doneBy: string | null;
                                doneAt: string | null;
                                papers: {
                                    /** @enum {string} */
                                    kind: "minutes" | "committee_decision" | "consideration" | "approval" | "decision" | "authenticity";
                                    present: boolean;
                                }[];
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            acts: {
                                act: string;
                                allowed: boolean;
                                reason: string | null;
                            }[];
                            log: {
                                event: string;
                                person: string;
                                position: string | null;
                                note: string | null;
                                at: string;
                            }[];
                            letters: number;
                            destroyed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/{id}/papers/{paperId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An uploaded paper: bytes. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    paperId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/{id}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The list of the proceeding, to be signed: PDF. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/disposals/{id}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The minutes of the proceeding, to be signed: PDF. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive-packages/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A package that one ordered: a tar file. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                subject: {
                                    kind: string;
                                    /** Format: uuid */
                                    id: string;
                                };
                                textKey: string;
                                values: {
                                    [key: string]: unknown;
                                };
                                readAt: string | null;
                                createdAt: string;
                            }[];
                            nextCursor: string | null;
                            unread: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/event-stream: hints of what changed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "kb" | "pks";
                                title: string;
                                scope: ("templates" | "practices" | "indices")[];
                                /** @enum {string} */
                                state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                                version: number;
                                startsOn: string;
                                endsOn: string;
                                /** Format: date-time */
                                startsAt: string;
                                /** Format: date-time */
                                endsAt: string;
                                timeZone: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                                parties: {
                                    slug: string;
                                    name: string;
                                    accent: string | null;
                                    markSvg: string | null;
                                    isUs: boolean;
                                    hasSigned: boolean;
                                }[];
                                waitsForUs: boolean;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        partners: string[];
                        title: string;
                        scope: ("templates" | "practices" | "indices")[];
                        /** Format: date */
                        startsOn: string;
                        /** Format: date */
                        endsOn: string;
                        /**
                         * @default pks
                         * @enum {string}
                         */
                        kind?: "kb" | "pks";
                        /** @default null */
                        noticeDays?: number | null;
                        clauses?: {
                            title: string;
                            text: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "kb" | "pks";
                            title: string;
                            scope: ("templates" | "practices" | "indices")[];
                            /** @enum {string} */
                            state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                            version: number;
                            startsOn: string;
                            endsOn: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            proposer: {
                                slug: string;
                                name: string;
                            };
                            createdBy: string;
                            noticeDays: number | null;
                            proposedAt: string | null;
                            signedAt: string | null;
                            termination: {
                                /** Format: date-time */
                                effectiveAt: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                reason: string;
                            } | null;
                            verifyCode: string | null;
                            parties: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                                timeZone: string;
                                isUs: boolean;
                                ordinal: number;
                                label: string;
                                number: string | null;
                                representative: {
                                    name: string | null;
                                    title: string | null;
                                };
                                contact: string | null;
                                /** @enum {string} */
                                state: "preparing" | "waiting" | "signed";
                                signedAt: string | null;
                                signer: {
                                    name: string;
                                    title: string;
                                } | null;
                            }[];
                            clauses: {
                                number: number;
                                title: string;
                                text: string[];
                                source: string[];
                                change: {
                                    /** @enum {string} */
                                    kind: "added" | "changed";
                                    version: number;
                                    by: {
                                        slug: string;
                                        name: string;
                                    };
                                    author: string;
                                    before: string[] | null;
                                } | null;
                            }[];
                            removedClauses: {
                                title: string;
                                text: string[];
                            }[];
                            comparedWith: number | null;
                            versions: {
                                version: number;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                author: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                                proposedAt: string | null;
                            }[];
                            history: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                edit: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                propose: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                sign: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                requestChanges: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                terminate: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "kb" | "pks";
                            title: string;
                            scope: ("templates" | "practices" | "indices")[];
                            /** @enum {string} */
                            state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                            version: number;
                            startsOn: string;
                            endsOn: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            proposer: {
                                slug: string;
                                name: string;
                            };
                            createdBy: string;
                            noticeDays: number | null;
                            proposedAt: string | null;
                            signedAt: string | null;
                            termination: {
                                /** Format: date-time */
                                effectiveAt: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                reason: string;
                            } | null;
                            verifyCode: string | null;
                            parties: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                                timeZone: string;
                                isUs: boolean;
                                ordinal: number;
                                label: string;
                                number: string | null;
                                representative: {
                                    name: string | null;
                                    title: string | null;
                                };
                                contact: string | null;
                                /** @enum {string} */
                                state: "preparing" | "waiting" | "signed";
                                signedAt: string | null;
                                signer: {
                                    name: string;
                                    title: string;
                                } | null;
                            }[];
                            clauses: {
                                number: number;
                                title: string;
                                text: string[];
                                source: string[];
                                change: {
                                    /** @enum {string} */
                                    kind: "added" | "changed";
                                    version: number;
                                    by: {
                                        slug: string;
                                        name: string;
                                    };
                                    author: string;
                                    before: string[] | null;
                                } | null;
                            }[];
                            removedClauses: {
                                title: string;
                                text: string[];
                            }[];
                            comparedWith: number | null;
                            versions: {
                                version: number;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                author: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                                proposedAt: string | null;
                            }[];
                            history: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                edit: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                propose: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                sign: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                requestChanges: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                terminate: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                        title?: string;
                        scope?: ("templates" | "practices" | "indices")[];
                        /** Format: date */
                        startsOn?: string;
                        /** Format: date */
                        endsOn?: string;
                        noticeDays?: number | null;
                        clauses?: {
                            title: string;
                            text: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "kb" | "pks";
                            title: string;
                            scope: ("templates" | "practices" | "indices")[];
                            /** @enum {string} */
                            state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                            version: number;
                            startsOn: string;
                            endsOn: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            proposer: {
                                slug: string;
                                name: string;
                            };
                            createdBy: string;
                            noticeDays: number | null;
                            proposedAt: string | null;
                            signedAt: string | null;
                            termination: {
                                /** Format: date-time */
                                effectiveAt: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                reason: string;
                            } | null;
                            verifyCode: string | null;
                            parties: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                                timeZone: string;
                                isUs: boolean;
                                ordinal: number;
                                label: string;
                                number: string | null;
                                representative: {
                                    name: string | null;
                                    title: string | null;
                                };
                                contact: string | null;
                                /** @enum {string} */
                                state: "preparing" | "waiting" | "signed";
                                signedAt: string | null;
                                signer: {
                                    name: string;
                                    title: string;
                                } | null;
                            }[];
                            clauses: {
                                number: number;
                                title: string;
                                text: string[];
                                source: string[];
                                change: {
                                    /** @enum {string} */
                                    kind: "added" | "changed";
                                    version: number;
                                    by: {
                                        slug: string;
                                        name: string;
                                    };
                                    author: string;
                                    before: string[] | null;
                                } | null;
                            }[];
                            removedClauses: {
                                title: string;
                                text: string[];
                            }[];
                            comparedWith: number | null;
                            versions: {
                                version: number;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                author: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                                proposedAt: string | null;
                            }[];
                            history: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                edit: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                propose: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                sign: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                requestChanges: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                terminate: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/agreements/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "kb" | "pks";
                            title: string;
                            scope: ("templates" | "practices" | "indices")[];
                            /** @enum {string} */
                            state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                            version: number;
                            startsOn: string;
                            endsOn: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            proposer: {
                                slug: string;
                                name: string;
                            };
                            createdBy: string;
                            noticeDays: number | null;
                            proposedAt: string | null;
                            signedAt: string | null;
                            termination: {
                                /** Format: date-time */
                                effectiveAt: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                reason: string;
                            } | null;
                            verifyCode: string | null;
                            parties: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                                timeZone: string;
                                isUs: boolean;
                                ordinal: number;
                                label: string;
                                number: string | null;
                                representative: {
                                    name: string | null;
                                    title: string | null;
                                };
                                contact: string | null;
                                /** @enum {string} */
                                state: "preparing" | "waiting" | "signed";
                                signedAt: string | null;
                                signer: {
                                    name: string;
                                    title: string;
                                } | null;
                            }[];
                            clauses: {
                                number: number;
                                title: string;
                                text: string[];
                                source: string[];
                                change: {
                                    /** @enum {string} */
                                    kind: "added" | "changed";
                                    version: number;
                                    by: {
                                        slug: string;
                                        name: string;
                                    };
                                    author: string;
                                    before: string[] | null;
                                } | null;
                            }[];
                            removedClauses: {
                                title: string;
                                text: string[];
                            }[];
                            comparedWith: number | null;
                            versions: {
                                version: number;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                author: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                                proposedAt: string | null;
                            }[];
                            history: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                edit: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                propose: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                sign: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                requestChanges: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                terminate: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        passphrase: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "kb" | "pks";
                            title: string;
                            scope: ("templates" | "practices" | "indices")[];
                            /** @enum {string} */
                            state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                            version: number;
                            startsOn: string;
                            endsOn: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            proposer: {
                                slug: string;
                                name: string;
                            };
                            createdBy: string;
                            noticeDays: number | null;
                            proposedAt: string | null;
                            signedAt: string | null;
                            termination: {
                                /** Format: date-time */
                                effectiveAt: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                reason: string;
                            } | null;
                            verifyCode: string | null;
                            parties: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                                timeZone: string;
                                isUs: boolean;
                                ordinal: number;
                                label: string;
                                number: string | null;
                                representative: {
                                    name: string | null;
                                    title: string | null;
                                };
                                contact: string | null;
                                /** @enum {string} */
                                state: "preparing" | "waiting" | "signed";
                                signedAt: string | null;
                                signer: {
                                    name: string;
                                    title: string;
                                } | null;
                            }[];
                            clauses: {
                                number: number;
                                title: string;
                                text: string[];
                                source: string[];
                                change: {
                                    /** @enum {string} */
                                    kind: "added" | "changed";
                                    version: number;
                                    by: {
                                        slug: string;
                                        name: string;
                                    };
                                    author: string;
                                    before: string[] | null;
                                } | null;
                            }[];
                            removedClauses: {
                                title: string;
                                text: string[];
                            }[];
                            comparedWith: number | null;
                            versions: {
                                version: number;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                author: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                                proposedAt: string | null;
                            }[];
                            history: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                edit: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                propose: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                sign: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                requestChanges: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                terminate: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{id}/request-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "kb" | "pks";
                            title: string;
                            scope: ("templates" | "practices" | "indices")[];
                            /** @enum {string} */
                            state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                            version: number;
                            startsOn: string;
                            endsOn: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            proposer: {
                                slug: string;
                                name: string;
                            };
                            createdBy: string;
                            noticeDays: number | null;
                            proposedAt: string | null;
                            signedAt: string | null;
                            termination: {
                                /** Format: date-time */
                                effectiveAt: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                reason: string;
                            } | null;
                            verifyCode: string | null;
                            parties: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                                timeZone: string;
                                isUs: boolean;
                                ordinal: number;
                                label: string;
                                number: string | null;
                                representative: {
                                    name: string | null;
                                    title: string | null;
                                };
                                contact: string | null;
                                /** @enum {string} */
                                state: "preparing" | "waiting" | "signed";
                                signedAt: string | null;
                                signer: {
                                    name: string;
                                    title: string;
                                } | null;
                            }[];
                            clauses: {
                                number: number;
                                title: string;
                                text: string[];
                                source: string[];
                                change: {
                                    /** @enum {string} */
                                    kind: "added" | "changed";
                                    version: number;
                                    by: {
                                        slug: string;
                                        name: string;
                                    };
                                    author: string;
                                    before: string[] | null;
                                } | null;
                            }[];
                            removedClauses: {
                                title: string;
                                text: string[];
                            }[];
                            comparedWith: number | null;
                            versions: {
                                version: number;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                author: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                                proposedAt: string | null;
                            }[];
                            history: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                edit: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                propose: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                sign: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                requestChanges: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                terminate: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        version?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "kb" | "pks";
                            title: string;
                            scope: ("templates" | "practices" | "indices")[];
                            /** @enum {string} */
                            state: "draft" | "proposed" | "signing" | "signed" | "in_force" | "ended" | "terminated";
                            version: number;
                            startsOn: string;
                            endsOn: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            timeZone: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            proposer: {
                                slug: string;
                                name: string;
                            };
                            createdBy: string;
                            noticeDays: number | null;
                            proposedAt: string | null;
                            signedAt: string | null;
                            termination: {
                                /** Format: date-time */
                                effectiveAt: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                reason: string;
                            } | null;
                            verifyCode: string | null;
                            parties: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                                timeZone: string;
                                isUs: boolean;
                                ordinal: number;
                                label: string;
                                number: string | null;
                                representative: {
                                    name: string | null;
                                    title: string | null;
                                };
                                contact: string | null;
                                /** @enum {string} */
                                state: "preparing" | "waiting" | "signed";
                                signedAt: string | null;
                                signer: {
                                    name: string;
                                    title: string;
                                } | null;
                            }[];
                            clauses: {
                                number: number;
                                title: string;
                                text: string[];
                                source: string[];
                                change: {
                                    /** @enum {string} */
                                    kind: "added" | "changed";
                                    version: number;
                                    by: {
                                        slug: string;
                                        name: string;
                                    };
                                    author: string;
                                    before: string[] | null;
                                } | null;
                            }[];
                            removedClauses: {
                                title: string;
                                text: string[];
                            }[];
                            comparedWith: number | null;
                            versions: {
                                version: number;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                author: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                                proposedAt: string | null;
                            }[];
                            history: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    slug: string;
                                    name: string;
                                };
                                actor: string;
                                action: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                            }[];
                            acts: {
                                edit: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                propose: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                sign: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                requestChanges: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                                terminate: {
                                    allowed: boolean;
                                    reason: string | null;
                                };
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/pdf */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    q?: string;
                    type?: string;
                    origin?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                version: number;
                                type: string;
                                description: string | null;
                                origin: {
                                    slug: string;
                                    name: string;
                                    accent: string | null;
                                    markSvg: string | null;
                                };
                                agreement: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    endsOn: string;
                                };
                                /** Format: date-time */
                                sharedAt: string;
                                adoptedByMe: boolean;
                                copyId: string | null;
                                adoptedVersion: number | null;
                                isNewer: boolean;
                                adoptedBy: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                            type: string;
                            description: string | null;
                            origin: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                            };
                            agreement: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                endsOn: string;
                            };
                            /** Format: date-time */
                            sharedAt: string;
                            adoptedByMe: boolean;
                            copyId: string | null;
                            adoptedVersion: number | null;
                            isNewer: boolean;
                            adoptedBy: number;
                            /** @enum {string} */
                            standing: "offered" | "withdrawn" | "agreement_ended";
                            body: unknown | null;
                            defaults: {
                                [key: string]: unknown;
                            } | null;
                            adopters: {
                                slug: string;
                                name: string;
                                /** Format: date-time */
                                adoptedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/{id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            type: string;
                            version: number;
                            origin: {
                                slug: string;
                                name: string;
                                version: number;
                                /** Format: uuid */
                                offerId: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            version: number;
                            type: string;
                            description: string | null;
                            origin: {
                                slug: string;
                                name: string;
                                accent: string | null;
                                markSvg: string | null;
                            };
                            agreement: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                endsOn: string;
                            };
                            /** Format: date-time */
                            sharedAt: string;
                            adoptedByMe: boolean;
                            copyId: string | null;
                            adoptedVersion: number | null;
                            isNewer: boolean;
                            adoptedBy: number;
                            /** @enum {string} */
                            standing: "offered" | "withdrawn" | "agreement_ended";
                            body: unknown | null;
                            defaults: {
                                [key: string]: unknown;
                            } | null;
                            adopters: {
                                slug: string;
                                name: string;
                                /** Format: date-time */
                                adoptedAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        agreementId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            agreementId: string;
                            /** Format: uuid */
                            templateId: string;
                            name: string;
                            type: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                query: {
                                    /** @enum {string} */
                                    box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                                    /** @enum {string} */
                                    list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                                    /** @enum {string} */
                                    state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                                    type?: string;
                                    /** @enum {string} */
                                    direction?: "outgoing" | "incoming";
                                    /** @enum {string} */
                                    secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                    /** @enum {string} */
                                    urgency?: "biasa" | "segera" | "amat_segera";
                                    classification?: string;
                                    /** Format: uuid */
                                    unit?: string;
                                    /** Format: uuid */
                                    person?: string;
                                    party?: string;
                                    /** Format: date */
                                    from?: string;
                                    /** Format: date */
                                    to?: string;
                                    /** @enum {string} */
                                    attachment?: "yes" | "no";
                                    q?: string;
                                };
                                isMine: boolean;
                                owner: string;
                                sharedUnit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        query: {
                            /** @enum {string} */
                            box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                            /** @enum {string} */
                            list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                            /** @enum {string} */
                            state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            type?: string;
                            /** @enum {string} */
                            direction?: "outgoing" | "incoming";
                            /** @enum {string} */
                            secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency?: "biasa" | "segera" | "amat_segera";
                            classification?: string;
                            /** Format: uuid */
                            unit?: string;
                            /** Format: uuid */
                            person?: string;
                            party?: string;
                            /** Format: date */
                            from?: string;
                            /** Format: date */
                            to?: string;
                            /** @enum {string} */
                            attachment?: "yes" | "no";
                            q?: string;
                        };
                        /** @default null */
                        sharedUnitId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            query: {
                                /** @enum {string} */
                                box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                                /** @enum {string} */
                                list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                                /** @enum {string} */
                                state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                                type?: string;
                                /** @enum {string} */
                                direction?: "outgoing" | "incoming";
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                classification?: string;
                                /** Format: uuid */
                                unit?: string;
                                /** Format: uuid */
                                person?: string;
                                party?: string;
                                /** Format: date */
                                from?: string;
                                /** Format: date */
                                to?: string;
                                /** @enum {string} */
                                attachment?: "yes" | "no";
                                q?: string;
                            };
                            isMine: boolean;
                            owner: string;
                            sharedUnit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-searches/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                query: {
                                    /** @enum {string} */
                                    box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                                    /** @enum {string} */
                                    list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                                    /** @enum {string} */
                                    state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                                    type?: string;
                                    /** @enum {string} */
                                    direction?: "outgoing" | "incoming";
                                    /** @enum {string} */
                                    secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                    /** @enum {string} */
                                    urgency?: "biasa" | "segera" | "amat_segera";
                                    classification?: string;
                                    /** Format: uuid */
                                    unit?: string;
                                    /** Format: uuid */
                                    person?: string;
                                    party?: string;
                                    /** Format: date */
                                    from?: string;
                                    /** Format: date */
                                    to?: string;
                                    /** @enum {string} */
                                    attachment?: "yes" | "no";
                                    q?: string;
                                };
                                isMine: boolean;
                                owner: string;
                                sharedUnit: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        query?: {
                            /** @enum {string} */
                            box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                            /** @enum {string} */
                            list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                            /** @enum {string} */
                            state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                            type?: string;
                            /** @enum {string} */
                            direction?: "outgoing" | "incoming";
                            /** @enum {string} */
                            secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                            /** @enum {string} */
                            urgency?: "biasa" | "segera" | "amat_segera";
                            classification?: string;
                            /** Format: uuid */
                            unit?: string;
                            /** Format: uuid */
                            person?: string;
                            party?: string;
                            /** Format: date */
                            from?: string;
                            /** Format: date */
                            to?: string;
                            /** @enum {string} */
                            attachment?: "yes" | "no";
                            q?: string;
                        };
                        sharedUnitId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            query: {
                                /** @enum {string} */
                                box?: "todo" | "inbox" | "outbox" | "draft" | "approval" | "archive";
                                /** @enum {string} */
                                list?: "to_sign" | "to_approve" | "drafts_returned" | "signed_not_sent" | "deliveries_failed" | "unread" | "not_followed_up" | "dispositions_unread" | "dispositions_not_followed_up" | "copies_unread";
                                /** @enum {string} */
                                state?: "draft" | "in_approval" | "returned" | "awaiting_signature" | "signing" | "signed" | "sent" | "received" | "registered" | "archived" | "cancelled";
                                type?: string;
                                /** @enum {string} */
                                direction?: "outgoing" | "incoming";
                                /** @enum {string} */
                                secrecy?: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                /** @enum {string} */
                                urgency?: "biasa" | "segera" | "amat_segera";
                                classification?: string;
                                /** Format: uuid */
                                unit?: string;
                                /** Format: uuid */
                                person?: string;
                                party?: string;
                                /** Format: date */
                                from?: string;
                                /** Format: date */
                                to?: string;
                                /** @enum {string} */
                                attachment?: "yes" | "no";
                                q?: string;
                            };
                            isMine: boolean;
                            owner: string;
                            sharedUnit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    q: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                kind: "letter" | "person" | "position" | "unit";
                                /** Format: uuid */
                                id: string;
                                title: string;
                                hint: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                subject: string;
                                from: string | null;
                                since: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                urgency: "biasa" | "segera" | "amat_segera";
                                /** @enum {string} */
                                secrecy: "biasa" | "terbatas" | "rahasia" | "sangat_rahasia";
                                act: {
                                    verb: string;
                                    target: string;
                                };
                                version: number | null;
                            }[];
                            counts: {
                                [key: string]: number;
                            };
                            total: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ProblemInput: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors: {
                path: string;
                message: string;
            }[];
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors: {
                path: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
