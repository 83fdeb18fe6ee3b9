export class ThinQApiError extends Error {
  constructor(readonly code: string) {
    super(`ThinQ 응답: ${code}`);
  }
}

// 1. '1222'는 무슨 뜻일까요? 마우스를 올려 보세요.
export const unreachable = ['1222', '2304'];

// 2. NUGU는 철자가 틀린 단어를 무시합니다. 그 단어에서 Ctrl+.을 누르세요(Mac은 ⌘.).
export function tooWarm(device: { id: string }) {
  return {
    resultCode: 'TemperatureOutOfRange',
    smartHomeDevice: device,
    errorProperties: { minTemperature: 18, maxTemperature: 30 },
  };
}

// 3. 기기가 다른 작업 중이면 어떻게 될까요? switch 위의 줄을 누르세요.
export function report(error: ThinQApiError) {
  switch (error.code) {
    case '1222':
      return console.warn('기기가 오프라인입니다.');
    case '2304':
      return console.warn('기기가 꺼져 있습니다.');
  }
}
