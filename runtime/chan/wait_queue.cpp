#include "runtime/chan/channel.h"

namespace mg::chans {

void WaitQueue::remove(SelectNode* node) {
  if (!node->isQueued) return;
  node->isQueued = false;
  if (node->previous)
    node->previous.setNext(node->next);
  else
    first_ = node->next;
  if (!node->next)
    last_ = node->previous;
  else if (node->next.isNode())
    node->next.node()->previous = node->previous;
}

} // namespace mg::chans
