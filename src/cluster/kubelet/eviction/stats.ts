// What the kubelet measures, as its /stats/summary says it. Source: k8s.io/kubelet/pkg/apis/stats/v1alpha1.

export interface FsStats {
  availableBytes?: number;
  capacityBytes?: number;
  usedBytes?: number;
  inodes?: number;
  inodesFree?: number;
  inodesUsed?: number;
}

export interface MemoryStats {
  availableBytes?: number;
  workingSetBytes?: number;
}

export interface ContainerStats {
  name: string;
  memory?: MemoryStats;
  rootfs?: FsStats;
  logs?: FsStats;
}

export interface PodStats {
  podRef: { name: string; namespace: string; uid: string };
  containers: ContainerStats[];
  memory?: MemoryStats;
  volume?: (FsStats & { name: string })[];
  'ephemeral-storage'?: FsStats;
  process_stats?: { process_count?: number };
}

export interface Summary {
  node: {
    memory?: MemoryStats;
    fs?: FsStats;
    runtime?: { imageFs?: FsStats; containerFs?: FsStats };
    rlimit?: { maxpid?: number; curproc?: number };
    systemContainers?: { name: string; memory?: MemoryStats }[];
  };
}

/** What was measured of the Pods, by uid. */
export type StatsByUid = ReadonlyMap<string, PodStats>;
