// @ts-nocheck Nothing is installed here, so TypeScript knows no JSX.
import { ThinQApiError } from '../thinq/errors';

/** An if-chain without a last else is a dispatch without a fallback. */
export function show(panel: Panel, error: ThinQApiError): void {
  if (error.code === '1222') {
    panel.render(<p title="연결되지 않음">Offline</p>);
  } else if (error.code === '2304') {
    panel.render(<p title="전원 꺼짐">Switched off</p>);
  }
}
