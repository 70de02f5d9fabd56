/** For tests: a valid Pod with nearly everything that a Pod can have. */
import type { ObjectToWrite, PodSpec } from '../objects.ts';

const selector = { matchLabels: { app: 'web' } };
const term = { labelSelector: selector, topologyKey: 'zone', namespaces: ['default'], namespaceSelector: {} };
const nodeTerm = {
  matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }],
  matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker'] }],
};
const podAffinity = {
  requiredDuringSchedulingIgnoredDuringExecution: [term],
  preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }],
};
const fieldRef = { fieldPath: 'metadata.name' };
const resources = { limits: { cpu: '2', memory: '1Gi', 'example.com/gpu': '1' }, requests: { cpu: '1' } };

const container = {
  name: 'web',
  image: 'nginx:1.27',
  command: ['run'],
  args: ['a'],
  workingDir: '/srv',
  ports: [{ name: 'http', containerPort: 80, hostPort: 8080, hostIP: '10.0.0.1', protocol: 'TCP' }],
  env: [
    { name: 'A', value: 'b' },
    { name: 'FIELD', valueFrom: { fieldRef } },
    { name: 'AMOUNT', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } },
    { name: 'MAP', valueFrom: { configMapKeyRef: { name: 'config', key: 'a', optional: true } } },
    { name: 'SECRET', valueFrom: { secretKeyRef: { name: 'secret', key: 'a' } } },
    { name: 'FILE', valueFrom: { fileKeyRef: { key: 'A', volumeName: 'empty', path: 'a.env' } } },
  ],
  envFrom: [{ prefix: 'P_', configMapRef: { name: 'config' } }, { secretRef: { name: 'secret' } }],
  resources: { ...resources, claims: [{ name: 'gpu', request: 'one' }] },
  resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
  volumeMounts: [
    { name: 'empty', mountPath: '/empty', subPath: 'a', mountPropagation: 'None' },
    { name: 'config', mountPath: '/config', readOnly: true, recursiveReadOnly: 'IfPossible' },
    { name: 'projected', mountPath: '/projected', subPathExpr: '$(A)' },
  ],
  volumeDevices: [{ name: 'claim', devicePath: '/dev/xvda' }],
  livenessProbe: { httpGet: { port: 'http', httpHeaders: [{ name: 'X-A', value: 'b' }] } },
  readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 5 },
  startupProbe: { grpc: { port: 80 }, terminationGracePeriodSeconds: 5 },
  lifecycle: { postStart: { exec: { command: ['a'] } }, preStop: { sleep: { seconds: 5 } } },
  securityContext: {
    runAsUser: 1000,
    capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] },
    seccompProfile: { type: 'Localhost', localhostProfile: 'a.json' },
    appArmorProfile: { type: 'RuntimeDefault' },
    allowPrivilegeEscalation: false,
  },
};

const volumes = [
  { name: 'empty', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
  { name: 'config', configMap: { name: 'config', items: [{ key: 'a', path: 'a', mode: 0o400 }] } },
  { name: 'secret', secret: { secretName: 'secret', defaultMode: 0o600 } },
  { name: 'claim', persistentVolumeClaim: { claimName: 'data' } },
  { name: 'path', hostPath: { path: '/var', type: 'Directory' } },
  { name: 'api', downwardAPI: { items: [{ path: 'name', fieldRef }] } },
  { name: 'image', image: { reference: 'nginx' } },
  { name: 'csi', csi: { driver: 'example.com', nodePublishSecretRef: { name: 'secret' } } },
  { name: 'nfs', nfs: { server: 'a', path: '/' } },
  { name: 'iscsi', iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:a', lun: 1 } },
  { name: 'rbd', rbd: { monitors: ['a'], image: 'b' } },
  { name: 'azure', azureDisk: { diskName: 'a', diskURI: 'https://a' } },
  { name: 'scale', scaleIO: { gateway: 'a', system: 'b', volumeName: 'c', secretRef: { name: 'd' } } },
  {
    name: 'projected',
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token' } },
        { configMap: { name: 'config', items: [{ key: 'a', path: 'b' }] } },
        { secret: { name: 'secret' } },
        {
          downwardAPI: { items: [{ path: 'cpu', resourceFieldRef: { containerName: 'web', resource: 'limits.cpu' } }] },
        },
      ],
    },
  },
  {
    name: 'own',
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    },
  },
];

export const wholePodSpec = {
  containers: [container, { name: 'second', image: 'busybox', restartPolicy: 'Never', restartPolicyRules: [] }],
  initContainers: [
    { name: 'first', image: 'busybox', env: [{ name: 'A', value: 'b' }] },
    { name: 'sidecar', image: 'busybox', restartPolicy: 'Always', livenessProbe: { exec: { command: ['a'] } } },
  ],
  volumes,
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [nodeTerm] },
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: nodeTerm }],
    },
    podAffinity,
    podAntiAffinity: podAffinity,
  },
  tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }],
  topologySpreadConstraints: [
    { maxSkew: 1, minDomains: 2, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: selector },
  ],
  nodeSelector: { disk: 'ssd' },
  hostAliases: [{ ip: '10.0.0.1', hostnames: ['a.example.com'] }],
  dnsPolicy: 'None',
  dnsConfig: { nameservers: ['10.0.0.1'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }] },
  hostname: 'web',
  subdomain: 'team',
  serviceAccountName: 'default',
  imagePullSecrets: [{ name: 'registry' }],
  priorityClassName: 'high',
  runtimeClassName: 'sandbox',
  overhead: { cpu: '100m' },
  resources: { limits: { cpu: '4' } },
  readinessGates: [{ conditionType: 'example.com/ready' }],
  schedulingGates: [{ name: 'example.com/gate' }],
  resourceClaims: [{ name: 'gpu', resourceClaimName: 'gpu' }],
  activeDeadlineSeconds: 60,
  os: { name: 'linux' },
  securityContext: {
    fsGroup: 1,
    fsGroupChangePolicy: 'Always',
    supplementalGroups: [1],
    sysctls: [{ name: 'kernel.shm_rmid_forced', value: '0' }],
    seccompProfile: { type: 'RuntimeDefault' },
  },
} as unknown as PodSpec;

export const wholePod: ObjectToWrite & { spec: PodSpec } = {
  metadata: { name: 'web', namespace: 'default', labels: { app: 'web' }, annotations: { a: 'b' } },
  spec: wholePodSpec,
};
