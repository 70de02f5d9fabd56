// Parts of the page that come after the first picture (see App.tsx).
export { Announcer } from '../panels/notices/Announcer.tsx';
export { Notices } from '../panels/notices/Notices.tsx';
export { Timeline } from '../panels/transport/Timeline.tsx';
export { HintLayer } from '../panels/ui/HintLayer.tsx';
export { ConnectionBanner } from './ConnectionBanner.tsx';
