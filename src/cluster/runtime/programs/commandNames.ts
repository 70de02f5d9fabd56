/** The commands of userland.ts that do something. */
export const simulatedNames =
  '[ ash basename busybox cat chmod cp curl cut date dirname echo egrep env false grep head hostname httpd id kill killall ln ls mkdir mv nc nslookup pidof printenv printf ps pwd realpath rm rmdir seq sh sleep sort tail tee test touch tr true uname uniq wc wget which whoami yes'.split(
    ' ',
  );

/** Commands that busybox has and the simulation has not: see unsimulated.ts. */
export const unsimulatedNames =
  'ar arp awk base64 bzip2 chown cmp comm cpio crond dd df diff dmesg dos2unix du expr expand find fold free fuser getopt gunzip gzip hexdump ifconfig install ip less md5sum mkfifo mknod mktemp more mount netstat nice nohup od patch ping pstree renice rev route sed sha1sum sha256sum split stat strings stty su sync tar telnet time timeout top traceroute tty umount unzip uptime usleep vi watch xargs xxd zcat'.split(
    ' ',
  );
