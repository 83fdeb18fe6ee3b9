import { serve } from './serve.ts';

// The first message is of the extension's own, and says where the grammars lie. With the next one the conversation begins.
self.addEventListener('message', ({ data }) => serve(data.grammars), { once: true });
