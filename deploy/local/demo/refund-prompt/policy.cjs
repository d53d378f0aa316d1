// What the shops want: the one right resolution of an order, and the rule that says so. It knows nothing of any prompt.

/** @returns {{rule: string, resolution: string, share: number}} share: how much of the price is paid back */
function decide(order) {
  if (order.priceUsd > 500 || order.requestsThisYear >= 3) return { rule: 'R10', resolution: 'hand_over', share: 0 };
  switch (order.reason) {
    case 'charged_twice':
      return { rule: 'R7', resolution: 'full_refund', share: 1 };
    case 'subscription':
      return { rule: 'R8', resolution: 'partial_refund', share: order.unusedMonths / 12 };
    case 'damaged':
      return order.inStock
        ? { rule: 'R1', resolution: 'replacement', share: 0 }
        : { rule: 'R1', resolution: 'full_refund', share: 1 };
    case 'wrong_article':
      return { rule: 'R3', resolution: 'replacement', share: 0 };
    case 'late':
      return order.arrived
        ? { rule: 'R2', resolution: 'store_credit', share: 0.1 }
        : { rule: 'R2', resolution: 'full_refund', share: 1 };
    default:
      return changedMind(order);
  }
}

function changedMind(order) {
  if (order.hygiene && order.opened) return { rule: 'R9', resolution: 'decline', share: 0 };
  if (order.used) return { rule: 'R6', resolution: 'partial_refund', share: 0.5 };
  if (order.daysSinceDelivery <= 14) return { rule: 'R4', resolution: 'full_refund', share: 1 };
  if (order.daysSinceDelivery <= 30) return { rule: 'R5', resolution: 'store_credit', share: 1 };
  return { rule: 'R5', resolution: 'decline', share: 0 };
}

const RESOLUTIONS = ['full_refund', 'partial_refund', 'store_credit', 'replacement', 'decline', 'hand_over'];

module.exports = { decide, RESOLUTIONS };
