import { simple } from './simple.ts';

/** Commands that busybox has and the simulation has not: they say so, instead of seeming to be missing. */
export const unsimulatedNames =
  'ar arp awk base64 bzip2 chown cmp comm cpio crond dd df diff dmesg dos2unix du expr expand find fold free fuser getopt gunzip gzip hexdump ifconfig install ip less md5sum mkfifo mknod mktemp more mount netstat nice nohup od patch ping pstree renice rev route sed sha1sum sha256sum split stat strings stty su sync tar telnet time timeout top traceroute tty umount unzip uptime usleep vi watch xargs xxd zcat'.split(
    ' ',
  );

export const unsimulated = (name: string) =>
  simple((io) => {
    io.err(`${name}: not simulated by Podarium\n`);
    return 127;
  });
