import type { Unsupported } from './unsupported.ts';

/** Fields of containers without effect. */
export const containerFields: readonly Unsupported[] = [
  {
    fields: ['Container', 'EphemeralContainer'].flatMap((type) =>
      ['stdin', 'stdinOnce', 'tty'].map((field) => `${type}.${field}`),
    ),
    en: 'Nothing can be typed into a running container; its standard input is empty.',
    ko: '실행 중인 컨테이너에 입력할 수 없고, 표준 입력은 비어 있습니다.',
  },
  {
    fields: ['Container.volumeDevices', 'EphemeralContainer.volumeDevices'],
    en: 'There are no block devices.',
    ko: '블록 장치가 없습니다.',
  },
  {
    fields: ['EphemeralContainer.targetContainerName'],
    en: 'The container sees its own processes, not those of the container that it looks at.',
    ko: '대상 컨테이너의 프로세스는 보이지 않고 자기 프로세스만 보입니다.',
  },
  {
    fields: ['VolumeMount.mountPropagation', 'VolumeMount.recursiveReadOnly'],
    en: 'Nothing is mounted beneath a mount, so there is nothing to propagate.',
    ko: '마운트 아래에 다시 마운트되는 것이 없어 전파할 것도 없습니다.',
  },
  {
    fields: ['EnvVarSource.fileKeyRef'],
    en: 'The variable is empty: values out of files are not filled in yet.',
    ko: '변수가 비어 있습니다. 파일에서 값을 채우는 기능은 아직 없습니다.',
  },
  {
    fields: ['Lifecycle.stopSignal'],
    en: 'Containers are always stopped with SIGTERM.',
    ko: '컨테이너는 항상 SIGTERM으로 멈춥니다.',
  },
  {
    fields: ['LifecycleHandler.tcpSocket'],
    en: 'Kubernetes itself ignores this handler.',
    ko: '쿠버네티스도 이 핸들러를 무시합니다.',
  },
  {
    fields: ['ContainerPort.hostIP', 'ContainerPort.hostPort'],
    en: 'The port is counted where Pods are placed, but nothing answers on the node.',
    ko: '배치할 때 포트 충돌은 따지지만, 노드에서 응답하지는 않습니다.',
  },
];
