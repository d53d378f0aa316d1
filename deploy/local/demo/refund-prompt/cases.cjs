// The eval set `refunds` version 12: 480 conversations, each with several requests that share a customer and a tone.
const { uniform, pick } = require('./random.cjs');

const CONVERSATIONS = 480;
const TENANTS = { acme: 5, globex: 3, initech: 2, umbrella: 2 };
const LANGUAGES = { en: 50, de: 25, fr: 15, es: 10 };
const CHANNELS = { chat: 55, email: 35, phone: 10 };
const REASONS = { late: 22, damaged: 20, changed_mind: 28, wrong_article: 10, charged_twice: 8, subscription: 12 };

const MESSAGES = {
  en: {
    late: 'My parcel is far too late. I want my money back.',
    damaged: 'The box was crushed and the article is broken.',
    changed_mind: 'I do not want it any more. Can I return it?',
    wrong_article: 'This is not what I ordered.',
    charged_twice: 'You charged me twice for one order!',
    subscription: 'Please end my subscription and refund the rest.',
  },
  de: {
    late: 'Mein Paket ist viel zu spät. Ich möchte mein Geld zurück.',
    damaged: 'Der Karton war zerdrückt und der Artikel ist kaputt.',
    changed_mind: 'Ich möchte den Artikel doch nicht behalten. Kann ich ihn zurückgeben?',
    wrong_article: 'Das habe ich nicht bestellt.',
    charged_twice: 'Sie haben zweimal abgebucht!',
    subscription: 'Bitte kündigen Sie mein Abo und erstatten Sie den Rest.',
  },
  fr: {
    late: 'Mon colis est très en retard. Je veux être remboursé.',
    damaged: "Le carton était écrasé et l'article est cassé.",
    changed_mind: "Je n'en veux plus. Puis-je le renvoyer ?",
    wrong_article: "Ce n'est pas ce que j'ai commandé.",
    charged_twice: "Vous m'avez débité deux fois !",
    subscription: 'Merci de résilier mon abonnement et de rembourser le reste.',
  },
  es: {
    late: 'Mi paquete llega muy tarde. Quiero que me devuelvan el dinero.',
    damaged: 'La caja estaba aplastada y el artículo está roto.',
    changed_mind: 'Ya no lo quiero. ¿Puedo devolverlo?',
    wrong_article: 'Esto no es lo que pedí.',
    charged_twice: '¡Me han cobrado dos veces!',
    subscription: 'Cancelen mi suscripción y devuelvan el resto, por favor.',
  },
};

function orderOf(id) {
  const reason = pick(REASONS, id, 'reason');
  const whole = (low, high, name) => low + Math.floor(uniform(id, name) * (high - low + 1));
  return {
    id: `O-${whole(10000, 99999, 'order')}`,
    reason,
    priceUsd: Math.round(100 * Math.exp(3.6 + 1.1 * (uniform(id, 'price') * 2 - 1) + 1.2 * (uniform(id, 'dear') > 0.9))) / 100,
    daysSinceDelivery: whole(1, 40, 'days'),
    arrived: uniform(id, 'arrived') < 0.5,
    inStock: uniform(id, 'stock') < 0.7,
    used: uniform(id, 'used') < 0.25,
    hygiene: uniform(id, 'hygiene') < 0.35,
    opened: uniform(id, 'opened') < 0.6,
    unusedMonths: whole(1, 11, 'months'),
    requestsThisYear: pick({ 0: 70, 1: 20, 2: 7, 3: 3 }, id, 'requests') * 1,
  };
}

module.exports = function cases() {
  const tests = [];
  for (let number = 1; number <= CONVERSATIONS; number++) {
    const conversation = `conversation-${String(number).padStart(3, '0')}`;
    const tenant = pick(TENANTS, conversation, 'tenant');
    const language = pick(LANGUAGES, conversation, 'language');
    const channel = pick(CHANNELS, conversation, 'channel');
    const requests = 3 + Math.floor(uniform(conversation, 'requests') * 6);
    for (let request = 1; request <= requests; request++) {
      const id = `${conversation}/${request}`;
      const order = orderOf(id);
      tests.push({
        description: id,
        vars: { tenant, language, channel, order: JSON.stringify(order), message: MESSAGES[language][order.reason] },
        metadata: { conversation, tenant, language, channel },
      });
    }
  }
  return tests;
};
