import type { EndpointPort, Endpoints } from '../objects.ts';
import { changeField, mapShared } from './share.ts';

const withProtocol = (port: EndpointPort): EndpointPort => (port.protocol ? port : { ...port, protocol: 'TCP' });

/** Endpoints with their defaults: ports of TCP. Source: SetDefaults_Endpoints. */
export const defaultEndpoints = (endpoints: Endpoints): Endpoints =>
  changeField(endpoints, 'subsets', (subsets) =>
    mapShared(subsets, (subset) => changeField(subset, 'ports', (ports) => mapShared(ports, withProtocol))),
  );
