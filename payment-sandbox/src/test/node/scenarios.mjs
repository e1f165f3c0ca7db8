// Runs the scenarios with the official client and prints one line of JSON for each step.
// Arguments: scenarios.json, address of the API, of the control port, of the webhook box, key, webhook secret.
import { readFileSync } from 'node:fs';
import Stripe from 'stripe';

const [file, api, control, box, apiKey, webhookSecret] = process.argv.slice(2);
const { fields, scenarios } = JSON.parse(readFileSync(file, 'utf8'));
const address = new URL(api);
const stripe = new Stripe(apiKey, {
    host: address.hostname,
    port: address.port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
});

let saved = {};
let begun = null;

function lookUp(path) {
    const names = path.slice(1).split('.');
    const found = names.slice(1).reduce((value, name) => value[name], saved[names[0]]);
    return typeof found === 'object' ? found.id : found;
}

function resolve(value) {
    if (typeof value === 'string') {
        return value.startsWith('$') ? lookUp(value) : value;
    }
    if (Array.isArray(value)) {
        return value.map(resolve);
    }
    if (value !== null && typeof value === 'object') {
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each)]));
    }
    return value;
}

// Ids differ from run to run; their names do not.
function named(text) {
    const known = Object.entries(saved).reduce(
        (result, [name, value]) => result.replaceAll(value.id, '$' + name),
        text,
    );
    return known.replace(/\b(pi|ch|re|cs_test|pm|cus|evt)_[A-Za-z0-9]{24}\b/g, '$1_?');
}

function isMissing(value) {
    return value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function plain(field, value) {
    switch (field) {
        case 'next_action':
            return value.type;
        case 'last_payment_error':
            return value.code;
        case 'data':
            return value.map((each) => named(each.id));
        case 'metadata':
            return { ...value };
        default:
            return typeof value === 'object' ? named(value.id) : typeof value === 'string' ? named(value) : value;
    }
}

function success(object) {
    const result = {};
    for (const field of fields) {
        if (!isMissing(object[field])) {
            result[field] = plain(field, object[field]);
        }
    }
    if (object.lastResponse?.headers['idempotent-replayed']) {
        result.replayed = true;
    }
    return result;
}

function failure(problem) {
    if (problem.type === 'StripeSignatureVerificationError') {
        return { error: { type: 'signature' } };
    }
    if (!problem.type?.startsWith('Stripe')) {
        throw problem;
    }
    if (!problem.rawType) {
        // No answer or none that can be read: the clients tell the two apart, but not alike.
        return { error: { type: 'none' } };
    }
    const error = { status: problem.statusCode, type: problem.rawType };
    for (const [field, value] of [
        ['code', problem.code],
        ['decline_code', problem.decline_code],
        ['param', problem.param],
        ['message', problem.message && named(problem.message)],
        ['payment_intent', problem.payment_intent?.status],
    ]) {
        if (!isMissing(value)) {
            error[field] = value;
        }
    }
    return problem.headers?.['idempotent-replayed'] ? { error, replayed: true } : { error };
}

async function call(step) {
    const names = step.do.split('.');
    const method = names.pop();
    const resource = names.reduce((parent, name) => parent[name], stripe);
    const options = {};
    if (step.key) {
        options.idempotencyKey = step.key;
    }
    if (step.apiKey) {
        options.apiKey = step.apiKey;
    }
    const params = resolve(step.with ?? {});
    try {
        const object = step.on
            ? await resource[method](resolve(step.on), params, options)
            : await resource[method](params, options);
        if (step.save) {
            saved[step.save] = object;
        }
        return success(object);
    } catch (problem) {
        return failure(problem);
    }
}

async function post(url, body, type) {
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual', headers: { 'Content-Type': type } });
    await answer.text();
    return { http: answer.status };
}

async function awaitFault(fault) {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
        const { injected } = await (await fetch(control + '/_ctl/faults')).json();
        if (injected[fault]) {
            return;
        }
        await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error('no fault ' + fault + ' within 20 s');
}

async function receive(step) {
    const { body, signature } = await (await fetch(box + '/next?type=' + step.type + '&about=' + lookUp(step.about))).json();
    try {
        const event = stripe.webhooks.constructEvent(
            step.tampered ? body.replace('"livemode":false', '"livemode":true') : body,
            signature,
            step.secret ?? webhookSecret,
        );
        return { type: event.type, about: named(event.data.object.id) };
    } catch (problem) {
        return failure(problem);
    }
}

async function perform(step) {
    switch (step.do) {
        case 'shopper':
            return post(lookUp(step.to), step.form, 'application/x-www-form-urlencoded');
        case 'faults':
            return post(control + '/_ctl/faults', JSON.stringify(step.set), 'application/json');
        case 'clock':
            return post(control + '/_ctl/clock', JSON.stringify(step.set), 'application/json');
        case 'begin':
            begun = call(step.call);
            await awaitFault(step.until);
            return {};
        case 'finish':
            return begun;
        case 'event':
            return receive(step);
        default:
            return call(step);
    }
}

for (const scenario of scenarios) {
    saved = {};
    for (const [index, step] of scenario.steps.entries()) {
        const result = await perform(step);
        console.log(JSON.stringify({ scenario: scenario.name, step: index + 1, do: step.do, result }));
    }
}
