// A real, certified provider of OpenID Connect (npm oidc-provider) that the tests start for a portal. Whoever types a name
// there is the person of that name.

import Provider from 'oidc-provider';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const SECRET = 'known to both';

/** Starts the provider for the portal at this address. `settings` is what the portal's file of settings says of it. */
export async function startProvider(portal) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Another name than the portal has, so that the browser takes the two for different sites.
  const issuer = `http://localhost:${server.address().port}`;
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, configuration(portal, key.publicKey.export({ format: 'jwk' })));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const [, uid, act] = /^\/interaction\/([\w-]+)(?:\/(\w+))?$/.exec(request.url) ?? [];
    const answered = uid ? interact(provider, request, response, act) : answer(request, response);
    Promise.resolve(answered).catch((error) => response.writeHead(500).end(String(error)));
  });
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { issuer, settings: settings(issuer, key.privateKey.export({ format: 'pem', type: 'pkcs8' })), stop };
}

function configuration(portal, key) {
  const client = (id, rest) => ({
    client_id: id,
    redirect_uris: [`${portal}/sign-in/return/${id}`],
    post_logout_redirect_uris: [`${portal}/signed-out`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    ...rest,
  });
  return {
    clients: [
      client('care', { client_secret: SECRET }),
      client('gov', {
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [{ ...key, kid: 'portal', use: 'sig', alg: 'ES256' }] },
      }),
      client('town', { client_secret: SECRET }),
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['only for tests'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => {
          ctx.body = page('Sign out?', `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Yes, sign out</button>`);
        },
      },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: emailOf(id), email_verified: true, name: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      // Nobody is asked whether the portal may know who they are.
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** An account that is named like an e-mail address has that address. */
const emailOf = (id) => (id.includes('@') ? id : `${id}@care.example`);

/** The page to sign in at the provider, and what is done there. */
async function interact(provider, request, response, act) {
  if (act === 'stop') {
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  }
  if (request.method === 'POST') {
    let body = '';
    for await (const part of request) body += part;
    const accountId = new URLSearchParams(body).get('name');
    return provider.interactionFinished(request, response, { login: { accountId } });
  }
  const { uid } = await provider.interactionDetails(request, response);
  const form = `<form method="post" action="/interaction/${uid}"><label>Name <input name="name"></label><button>Sign in</button></form>`;
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(page('The provider', `${form}<a href="/interaction/${uid}/stop">Stop</a>`));
}

const page = (title, body) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;

/** Three that are this one: with a secret, with a key, and by OAuth 2 alone. The fourth is never there. */
function settings(issuer, key) {
  return `
[[provider]]
id = "care"
name = "Care Identity"
issuer = "${issuer}"
client-id = "care"
client-secret = "${SECRET}"

[[provider]]
id = "gov"
name = "Government Sign-In"
issuer = "${issuer}"
client-id = "gov"
client-key = """${key}"""
client-key-id = "portal"

[[provider]]
id = "town"
name = "Town Hall"
kind = "oauth2"
client-id = "town"
client-secret = "${SECRET}"
authorize = "${issuer}/auth"
token = "${issuer}/token"
userinfo = "${issuer}/me"
scopes = ["openid", "email"]

[[provider]]
id = "gone"
name = "Gone House"
issuer = "http://127.0.0.1:1"
client-id = "gone"
`;
}
