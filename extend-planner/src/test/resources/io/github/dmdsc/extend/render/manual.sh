STEPS=(
  cluster-ok
  new-host
  ports-free
  disks-known
  disks-visible
  export-dcr
  log-sizes
  space-free
  add-log-files
  verify-dmctl
  verify-log-files
  copy-config
  write.copy-config.10.0.2.103:/home/data/dsc2_config/dm.ini
  write.copy-config.10.0.2.103:/home/data/dsc2_config/dmarch.ini
  write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini
  write.update-mal.10.0.2.101:/home/data/dmasvrmal.ini
  write.update-mal.10.0.2.101:/home/data/dsc0_config/dmmal.ini
  write.update-mal.10.0.2.102:/home/data/dmasvrmal.ini
  write.update-mal.10.0.2.102:/home/data/dsc1_config/dmmal.ini
  write.update-mal.10.0.2.103:/home/data/dmasvrmal.ini
  write.update-mal.10.0.2.103:/home/data/dsc2_config/dmmal.ini
  write.edit-dcr-config.10.0.2.101:/home/data/dmdcr_cfg_bak.ini
  write.edit-dcr-config.10.0.2.102:/home/data/dmdcr_cfg_bak.ini
  dcr-still-base
  cluster-still-ok
  extend-dcr
  dcr-extended.disk1
  check-dcr.disk1
  extend-node
  show-extended
  read-logs
  start-css
  start-asm
  start-db
  write.update-monitors.monitor:/home/data/cssm/dmcssm.ini
  restart-monitor.1
  all-ok
  ep-info
  ep-info.new
  log-files.new
  archives.new
  disk-groups.new
  look-after
  clients
)
LOOKS=' cluster-ok new-host ports-free disks-known disks-visible log-sizes space-free verify-dmctl verify-log-files cluster-still-ok check-dcr.disk1 show-extended read-logs all-ok ep-info ep-info.new log-files.new archives.new disk-groups.new look-after clients '
ONCE='9 26 29'
WRITES='13 14 15 16 17 18 19 20 21 22 23 35'

step_1() {
  begin cluster-ok monitor 'See that the whole cluster is well'
  console monitor 2 /opt/dmdbms/bin/dmcssm INI_PATH=/home/data/cssm/dmcssm.ini show exit
  confirm 'Every CSS, ASM and DB endpoint is OK and active, every instance is OPEN, no break or recover endpoint is shown. Each CSS shows auto check = TRUE: else nothing rejoins by itself later.'
}

step_2() {
  begin new-host 10.0.2.103 'Make the new host ready'
  say 'Operating system, word length and byte order are those of the other hosts: uname -srm; getconf LONG_BIT; lscpu.'
  say 'Time zone and clock are those of the other hosts: date, on both at once; timedatectl.'
  say 'The same DM version is installed in /opt/dmdbms/bin: disql prints its version first; select * from v$version; shows that of an old node.'
  say 'The licence is there, holds for one node more, and belongs to dmdba: ls -l /opt/dmdbms/bin/dm.key.'
  say "The addresses 10.0.2.103, 192.168.56.103 are the host's, and the other hosts reach each of them: ip -br addr; ping."
  say 'The shared disks are bound under the same names and rights as on the other hosts: ls -lL on both.'
  say "udev or multipath binds them before Dameng's services start at boot: restart the host once, and compare the times in journalctl -b."
  say 'User dmdba and its group are there, with the numbers of the other hosts: id dmdba.'
  say 'Each of the directories /home/data, /home/data/dsc2_arch is there, has room, and belongs to dmdba: ls -ld; df -h.'
  say 'The firewall lets 9500, 9501, 5236, 7238, 9342 through: firewall-cmd --list-ports, or nft list ruleset.'
  confirm 'Every point of the list is done.'
}

step_3() {
  begin ports-free 10.0.2.103 'See that nothing on 10.0.2.103 listens on the new ports'
  run 10.0.2.103 ss -ltn
  confirm 'None of the ports 9500, 9501, 5236, 7238, 9342 is listed.'
}

step_4() {
  begin disks-known 10.0.2.101 'See the shared disks of 10.0.2.101'
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "listdisks '/dev/raw'"
  confirm 'Keep the list: ASM name, group and number of each disk below /dev/raw. Keep the scsi_id or WWID of each as well (/usr/lib/udev/scsi_id -g -u -d DISK, or multipath -ll).'
}

step_5() {
  begin disks-visible 10.0.2.103 'See that the new host has the shared disks'
  tool_script 10.0.2.103 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "listdisks '/dev/raw'"
  confirm 'The list is that of 10.0.2.101: the same ASM names, groups and numbers, and behind each the same scsi_id or WWID, since equal names on two hosts prove nothing. Below /dev/raw lie these disks and no other: a foreign disk makes the start fail. /dev/raw/raw1, /dev/raw/raw2: each is there and can be read and written by dmdba.'
}

step_6() {
  begin export-dcr 10.0.2.101 'Export the DCR configuration'
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "export dcrdisk '/dev/raw/raw1' to '/home/data/dcr_node2_before.txt'"
  confirm 'Fetch 10.0.2.101:/home/data/dcr_node2_before.txt as FILE: dmdsc compare-export plan.json base FILE says that the disk holds the configuration from before. It compares values, not text.'
}

step_7() {
  begin log-sizes 10.0.2.101 'See the sizes of the log files that are there'
  sql 10.0.2.101 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236' 'select path, rlog_size from v$rlogfile;' /opt/dmdbms/bin/disql /nolog
  confirm 'RLOG_SIZE (in bytes) of each is 256 MB, the size of the new files, and they lie in the same group. Log files cannot be taken away again.'
}

step_8() {
  begin space-free 10.0.2.101 'See that the disk groups have space'
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmtool DCR_INI=/home/data/dmdcr.ini df
  confirm '+DMLOG: each has room for the new log files and archives. V$ASMGROUP shows the same as FREE_MB.'
}

step_9() {
  begin add-log-files 10.0.2.101 'Add redo log files for the new node'
  may_be_done 9 'The files cannot be taken away again. See with the next two steps whether they were added; only if they were not, do this again. No manual says what a second statement or left-over log files lead to.'
  [[ -z $DONE ]] || return 0
  say 'plan.sh reads the password from the environment variable DMDSC_SYSDBA_PASSWORD; by hand, type it.'
  need_password
  once 9
  sql 10.0.2.101 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236' "alter database add node logfile '+DMLOG/log/DSC2_log01.log' size 256, '+DMLOG/log/DSC2_log02.log' size 256;" /opt/dmdbms/bin/disql /nolog
  confirm 'The statement succeeds; the next two steps prove it.'
}

step_10() {
  begin verify-dmctl 10.0.2.101 'See the new log files in dm.ctl'
  run 10.0.2.101 /opt/dmdbms/bin/dmctlcvt TYPE=1 SRC=+DMDATA/data/dsc/dm.ctl DEST=/home/data/dmctl_with_node2.txt DCR_INI=/home/data/dmdcr.ini
  confirm '10.0.2.101:/home/data/dmctl_with_node2.txt lists +DMLOG/log/DSC2_log01.log, +DMLOG/log/DSC2_log02.log.'
}

step_11() {
  begin verify-log-files 10.0.2.101 'See the new log files on ASM'
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmtool DCR_INI=/home/data/dmdcr.ini 'ls +DMLOG/log'
  expect DSC2_log01.log DSC2_log02.log
  confirm '+DMLOG/log/DSC2_log01.log, +DMLOG/log/DSC2_log02.log are listed.'
}

step_12() {
  begin copy-config 10.0.2.103 'Copy the configuration directory to the new host'
  copy_tree 10.0.2.101 /home/data/dsc0_config 10.0.2.103 /home/data/dsc2_config '*.DBF' '*.ini.*' '*.log' '*.trc' '*bak*' dminit.ini log trace
  confirm "10.0.2.103:/home/data/dsc2_config holds the files of 10.0.2.101:/home/data/dsc0_config, without *.DBF, *.ini.*, *.log, *.trc, *bak*, dminit.ini, log, trace, and belongs to dmdba. grep -rn -e /home/data/dsc0_config -e DSC0 /home/data/dsc2_config shows whatever still holds the other node's directory or name: the next steps write some of these files; adapt by hand those that no step writes."
}

file_13() { left 10.0.2.103 /home/data/dsc2_config/dm.ini 23169dabcbd9a42ec6663d4c9297d0c62606d62b17f651ec1074bab291ab79dc; }
step_13() {
  begin write.copy-config.10.0.2.103:/home/data/dsc2_config/dm.ini 10.0.2.103 'Write 10.0.2.103:/home/data/dsc2_config/dm.ini'
  put 10.0.2.103 /home/data/dsc2_config/dm.ini files/10.0.2.103/home/data/dsc2_config/dm.ini 23169dabcbd9a42ec6663d4c9297d0c62606d62b17f651ec1074bab291ab79dc - 102721b98d7b567918365fa4d5229e8c270acfd6559b31f7e551832ce7d8b531
  check_hash 10.0.2.103 /home/data/dsc2_config/dm.ini 23169dabcbd9a42ec6663d4c9297d0c62606d62b17f651ec1074bab291ab79dc
}

file_14() { left 10.0.2.103 /home/data/dsc2_config/dmarch.ini 6218652fbbac1d48a87d8f6f56651ac9654c9ffcfeb815863d598855d4c70449; }
step_14() {
  begin write.copy-config.10.0.2.103:/home/data/dsc2_config/dmarch.ini 10.0.2.103 'Write 10.0.2.103:/home/data/dsc2_config/dmarch.ini'
  put 10.0.2.103 /home/data/dsc2_config/dmarch.ini files/10.0.2.103/home/data/dsc2_config/dmarch.ini 6218652fbbac1d48a87d8f6f56651ac9654c9ffcfeb815863d598855d4c70449 - 349e521ef3276db34f908399a69426a3bf34f8890eb9ca7627a17edabdea3b5d
  check_hash 10.0.2.103 /home/data/dsc2_config/dmarch.ini 6218652fbbac1d48a87d8f6f56651ac9654c9ffcfeb815863d598855d4c70449
}

file_15() { left 10.0.2.103 /home/data/dmdcr.ini 9200f9d9873a0ca9c965696f9be7b659dc99c1c0525d33d698d755c2a43a1e93; }
step_15() {
  begin write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini 10.0.2.103 'Write 10.0.2.103:/home/data/dmdcr.ini'
  put 10.0.2.103 /home/data/dmdcr.ini files/10.0.2.103/home/data/dmdcr.ini 9200f9d9873a0ca9c965696f9be7b659dc99c1c0525d33d698d755c2a43a1e93 -
  check_hash 10.0.2.103 /home/data/dmdcr.ini 9200f9d9873a0ca9c965696f9be7b659dc99c1c0525d33d698d755c2a43a1e93
}

file_16() { left 10.0.2.101 /home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904; }
step_16() {
  begin write.update-mal.10.0.2.101:/home/data/dmasvrmal.ini 10.0.2.101 'Add the new instance to 10.0.2.101:/home/data/dmasvrmal.ini'
  say 'From here to extend-node a node that restarts reads a MAL file of one node more than the DCR knows. What it does then is not documented: restart nothing in between.'
  put 10.0.2.101 /home/data/dmasvrmal.ini files/10.0.2.101/home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904 01a0b6a17a9a5c15116b76430fd4163bf27b875fa3eae7df0368403dea6a9c11
  check_hash 10.0.2.101 /home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904
}

file_17() { left 10.0.2.101 /home/data/dsc0_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f; }
step_17() {
  begin write.update-mal.10.0.2.101:/home/data/dsc0_config/dmmal.ini 10.0.2.101 'Add the new instance to 10.0.2.101:/home/data/dsc0_config/dmmal.ini'
  say 'From here to extend-node a node that restarts reads a MAL file of one node more than the DCR knows. What it does then is not documented: restart nothing in between.'
  put 10.0.2.101 /home/data/dsc0_config/dmmal.ini files/10.0.2.101/home/data/dsc0_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f 2066146cd97ef9e6a391b25c00079434c3a845f3266f2a09855008924686b4b5
  check_hash 10.0.2.101 /home/data/dsc0_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f
}

file_18() { left 10.0.2.102 /home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904; }
step_18() {
  begin write.update-mal.10.0.2.102:/home/data/dmasvrmal.ini 10.0.2.102 'Add the new instance to 10.0.2.102:/home/data/dmasvrmal.ini'
  say 'From here to extend-node a node that restarts reads a MAL file of one node more than the DCR knows. What it does then is not documented: restart nothing in between.'
  put 10.0.2.102 /home/data/dmasvrmal.ini files/10.0.2.102/home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904 01a0b6a17a9a5c15116b76430fd4163bf27b875fa3eae7df0368403dea6a9c11
  check_hash 10.0.2.102 /home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904
}

file_19() { left 10.0.2.102 /home/data/dsc1_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f; }
step_19() {
  begin write.update-mal.10.0.2.102:/home/data/dsc1_config/dmmal.ini 10.0.2.102 'Add the new instance to 10.0.2.102:/home/data/dsc1_config/dmmal.ini'
  say 'From here to extend-node a node that restarts reads a MAL file of one node more than the DCR knows. What it does then is not documented: restart nothing in between.'
  put 10.0.2.102 /home/data/dsc1_config/dmmal.ini files/10.0.2.102/home/data/dsc1_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f 2066146cd97ef9e6a391b25c00079434c3a845f3266f2a09855008924686b4b5
  check_hash 10.0.2.102 /home/data/dsc1_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f
}

file_20() { left 10.0.2.103 /home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904; }
step_20() {
  begin write.update-mal.10.0.2.103:/home/data/dmasvrmal.ini 10.0.2.103 'Write 10.0.2.103:/home/data/dmasvrmal.ini'
  put 10.0.2.103 /home/data/dmasvrmal.ini files/10.0.2.103/home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904 -
  check_hash 10.0.2.103 /home/data/dmasvrmal.ini 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904
}

file_21() { left 10.0.2.103 /home/data/dsc2_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f; }
step_21() {
  begin write.update-mal.10.0.2.103:/home/data/dsc2_config/dmmal.ini 10.0.2.103 'Write 10.0.2.103:/home/data/dsc2_config/dmmal.ini'
  put 10.0.2.103 /home/data/dsc2_config/dmmal.ini files/10.0.2.103/home/data/dsc2_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f - 2066146cd97ef9e6a391b25c00079434c3a845f3266f2a09855008924686b4b5
  check_hash 10.0.2.103 /home/data/dsc2_config/dmmal.ini 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f
}

file_22() { left 10.0.2.101 /home/data/dmdcr_cfg_bak.ini a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df; }
step_22() {
  begin write.edit-dcr-config.10.0.2.101:/home/data/dmdcr_cfg_bak.ini 10.0.2.101 'Write the new endpoints into 10.0.2.101:/home/data/dmdcr_cfg_bak.ini'
  put 10.0.2.101 /home/data/dmdcr_cfg_bak.ini files/10.0.2.101/home/data/dmdcr_cfg_bak.ini a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df 680025568459ca0baf9ff2d687d1f547421f1cda63a485cfb63e1111d28438e0
  check_hash 10.0.2.101 /home/data/dmdcr_cfg_bak.ini a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df
}

file_23() { left 10.0.2.102 /home/data/dmdcr_cfg_bak.ini a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df; }
step_23() {
  begin write.edit-dcr-config.10.0.2.102:/home/data/dmdcr_cfg_bak.ini 10.0.2.102 'Write the new endpoints into 10.0.2.102:/home/data/dmdcr_cfg_bak.ini'
  put 10.0.2.102 /home/data/dmdcr_cfg_bak.ini files/10.0.2.102/home/data/dmdcr_cfg_bak.ini a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df 680025568459ca0baf9ff2d687d1f547421f1cda63a485cfb63e1111d28438e0
  check_hash 10.0.2.102 /home/data/dmdcr_cfg_bak.ini a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df
}

step_24() {
  begin dcr-still-base 10.0.2.101 'See that /dev/raw/raw1 still holds the old configuration'
  say 'Hours may have gone by since the first export.'
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "export dcrdisk '/dev/raw/raw1' to '/home/data/dcr_node2_still_before.txt'"
  confirm 'Fetch 10.0.2.101:/home/data/dcr_node2_still_before.txt as FILE: dmdsc compare-export plan.json base FILE says that the disk holds the configuration from before.'
}

step_25() {
  begin cluster-still-ok monitor 'See that the whole cluster is still well'
  say 'Hours may have gone by since the first look; behind the next step there is no way back but the re-initialisation.'
  console monitor 2 /opt/dmdbms/bin/dmcssm INI_PATH=/home/data/cssm/dmcssm.ini show exit
  confirm 'Every CSS, ASM and DB endpoint is OK and active, every instance is OPEN, no break or recover endpoint is shown. Each CSS shows auto check = TRUE: else nothing rejoins by itself later.'
}

step_26() {
  begin extend-dcr 10.0.2.101 'Write the new configuration to the DCR disks'
  may_be_done 26 '-4546 in the console means that the rights of a disk are wrong. A check shows success for the old configuration too: export each of /dev/raw/raw1 to a file of its own and compare it with 10.0.2.101:/home/data/dmdcr_cfg_bak.ini, as dmdsc resume describes for this step. If nothing was written, correct 10.0.2.101:/home/data/dmdcr_cfg_bak.ini and do it again. If a wrong configuration was written, go to the re-initialisation.'
  [[ -z $DONE ]] || return 0
  all_as_planned 26
  gate 'POINT OF NO RETURN. Every file on every host has its planned hash, the log files are there, the whole cluster is OK, and the window is open. Go on?'
  disk_as_before 10.0.2.101 /home/data/look_128124be.txt 680025568459ca0baf9ff2d687d1f547421f1cda63a485cfb63e1111d28438e0 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "export dcrdisk '/dev/raw/raw1' to '/home/data/look_128124be.txt'"
  all_as_planned 26
  once 26
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "extend dcrdisk '/dev/raw/raw1' from '/home/data/dmdcr_cfg_bak.ini'"
  confirm 'The tool reports success. The new node is now on disk as an ERROR node.'
}

step_27() {
  begin dcr-extended.disk1 10.0.2.101 'See that /dev/raw/raw1 holds the planned configuration'
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "export dcrdisk '/dev/raw/raw1' to '/home/data/dcr_node2_after_disk1.txt'"
  confirm 'Fetch 10.0.2.101:/home/data/dcr_node2_after_disk1.txt as FILE: dmdsc compare-export plan.json planned FILE says that the disk holds the planned configuration. The new endpoints may stand there as failed until they run. All disks hold it: extend-dcr took effect. All hold the configuration from before: it had no effect. Some hold one and some the other: it is half done.'
}

step_28() {
  begin check-dcr.disk1 10.0.2.101 'Check the DCR on /dev/raw/raw1'
  tool_script 10.0.2.101 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "check dcrdisk '/dev/raw/raw1'"
  expect success
  disk_has_new 10.0.2.101 /home/data/look_128124be.txt CSS2 ASM2 DSC2 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "export dcrdisk '/dev/raw/raw1' to '/home/data/look_128124be.txt'"
  confirm 'The tool reports success.'
}

step_29() {
  begin extend-node monitor 'Make the running processes take the new node in'
  may_be_done 29 '-1105 in the console means that the extension failed, and only the logs say why; -11073 means that not every node is OK. Read the logs of every dmcss, dmasmsvr and dmserver. If a file was wrong, go to the re-initialisation.'
  [[ -z $DONE ]] || return 0
  say 'The existing instances can hang for a short time while they do this. An instance that fails meanwhile makes the extension fail (chapter 14.1.3, note 4).'
  all_as_planned 29
  gate 'POINT OF NO RETURN. All instances re-read DCR and MAL now and may serve nobody for a short time; a wrong file can force every instance down. Go on?'
  disk_has_new 10.0.2.101 /home/data/look_128124be.txt CSS2 ASM2 DSC2 2 /opt/dmdbms/bin/dmasmcmd RET_FLAG=1 "export dcrdisk '/dev/raw/raw1' to '/home/data/look_128124be.txt'"
  all_as_planned 29
  once 29
  console monitor 2 /opt/dmdbms/bin/dmcssm INI_PATH=/home/data/cssm/dmcssm.ini 'extend node' exit
  confirm "The next two steps prove it: the command's outcome is only in the logs."
}

step_30() {
  begin show-extended monitor 'See the new endpoints'
  console monitor 2 /opt/dmdbms/bin/dmcssm INI_PATH=/home/data/cssm/dmcssm.ini show exit
  expect CSS2 ASM2 DSC2
  confirm 'CSS2, ASM2 and DSC2 are listed; ASM2 and DSC2 are in state ERROR until they are started. The other endpoints are OK as before.'
}

step_31() {
  begin read-logs 10.0.2.101 'Read the logs of every dmcss, dmasmsvr and dmserver'
  say 'On 10.0.2.101, in /opt/dmdbms/log: dm_CSS0_<yyyymm>.log, dm_ASM0_<yyyymm>.log, dm_DSC0_<yyyymm>.log, dm_dmasmcmd_<yyyymm>.log, with the month in place of <yyyymm>. Look for ERROR, FATAL, [!!!DSC INFO!!!], comm_self_link_check success.'
  say 'On 10.0.2.102, in /opt/dmdbms/log: dm_CSS1_<yyyymm>.log, dm_ASM1_<yyyymm>.log, dm_DSC1_<yyyymm>.log, with the month in place of <yyyymm>. Look for ERROR, FATAL, [!!!DSC INFO!!!], comm_self_link_check success.'
  confirm 'They report the extension ([!!!DSC INFO!!!]), and no ERROR or FATAL since. Where a link is checked, comm_self_link_check success stands in each.'
}

step_32() {
  begin start-css 10.0.2.103 'Start dmcss on 10.0.2.103'
  gate 'The new node begins to join. Transactions in the prepared state are committed or rolled back on the control node. No instance is in MOUNT. show has auto check = TRUE for the CSS: only then dmcss lets a node rejoin by itself. While the node joins, the service is suspended for a time, and a node that fails takes all nodes down. Go on?'
  launch 10.0.2.103 /home/data/dmdcr.ini /opt/dmdbms/bin/dmcss DCR_INI=/home/data/dmdcr.ini -noconsole
  confirm 'The monitor shows CSS2 as OK and active.'
}

step_33() {
  begin start-asm 10.0.2.103 'Start the ASM server on 10.0.2.103'
  say 'It runs without a console. On the console of an ASM server nobody types exit: that stops the ASM servers of all nodes.'
  launch 10.0.2.103 /home/data/dmdcr.ini /opt/dmdbms/bin/dmasmsvr DCR_INI=/home/data/dmdcr.ini -noconsole
  confirm 'The monitor shows ASM2 as OK and active.'
}

step_34() {
  begin start-db 10.0.2.103 'Start the instance on 10.0.2.103'
  say 'It runs without a console. On the console of an instance nobody types exit: that stops the instances of all nodes.'
  launch 10.0.2.103 /home/data/dmdcr.ini /opt/dmdbms/bin/dmserver path=/home/data/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr.ini -noconsole
  confirm 'The monitor shows DSC2 as OK, active and OPEN.'
}

file_35() { left monitor /home/data/cssm/dmcssm.ini 8e598794b5e44be52d9a790fe906a3c397a5094739db0a216c1505c0758b9171; }
step_35() {
  begin write.update-monitors.monitor:/home/data/cssm/dmcssm.ini monitor 'Add the new CSS to monitor:/home/data/cssm/dmcssm.ini'
  put monitor /home/data/cssm/dmcssm.ini files/monitor/home/data/cssm/dmcssm.ini 8e598794b5e44be52d9a790fe906a3c397a5094739db0a216c1505c0758b9171 f4eb0c2b0057fff1e6d4eae73a48b719c48662a3681eb7a8d3689af6a44a2f30
  check_hash monitor /home/data/cssm/dmcssm.ini 8e598794b5e44be52d9a790fe906a3c397a5094739db0a216c1505c0758b9171
}

step_36() {
  begin restart-monitor.1 monitor 'Restart the monitor'
  say 'Where the monitor is a service (dm_service_installer.sh -t dmcssm -cssm_ini /home/data/cssm/dmcssm.ini made DmCSSMonitorService…), restart it with systemctl restart. Else leave the monitor with exit, then start it again:'
  say '/opt/dmdbms/bin/dmcssm INI_PATH=/home/data/cssm/dmcssm.ini'
  confirm 'Its show lists CSS2.'
}

step_37() {
  begin all-ok monitor 'See that the whole cluster is well with its new node'
  console monitor 2 /opt/dmdbms/bin/dmcssm INI_PATH=/home/data/cssm/dmcssm.ini show exit
  confirm 'Every CSS, ASM and DB endpoint, the new ones too, is OK and active, every instance is OPEN.'
}

step_38() {
  begin ep-info 10.0.2.101 'See the new instance from SQL on 10.0.2.101'
  sql 10.0.2.101 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236' 'select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info order by ep_seqno;' /opt/dmdbms/bin/disql /nolog
  expect DSC2
  confirm 'DSC2 is listed with EP_STATUS OK.'
}

step_39() {
  begin ep-info.new 10.0.2.103 'See the new instance from SQL on 10.0.2.103'
  sql 10.0.2.103 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236' 'select ep_name, ep_seqno, ep_mode, ep_status from v$dsc_ep_info order by ep_seqno;' /opt/dmdbms/bin/disql /nolog
  expect DSC2
  confirm 'DSC2 is listed with EP_STATUS OK.'
}

step_40() {
  begin log-files.new 10.0.2.103 'See the redo log files through the new instance'
  sql 10.0.2.103 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236' 'select * from v$rlogfile;' /opt/dmdbms/bin/disql /nolog
  confirm 'V$RLOGFILE lists the log files that the plan added, with their size.'
}

step_41() {
  begin archives.new 10.0.2.103 'See the archives through the new instance'
  sql 10.0.2.103 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236' 'select * from v$arch_status;' /opt/dmdbms/bin/disql /nolog
  confirm 'V$ARCH_STATUS shows the LOCAL archives of DSC2 as VALID. REMOTE ones are valid once the other instances have theirs.'
}

step_42() {
  begin disk-groups.new 10.0.2.103 'See the disk groups through the new instance'
  sql 10.0.2.103 'SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236' 'select * from v$asmgroup;' /opt/dmdbms/bin/disql /nolog
  confirm 'V$ASMGROUP lists the same groups as on an old node, each with free space.'
}

step_43() {
  begin look-after 10.0.2.103 'See to what no file of the cluster holds'
  say 'The control node may be another one now: EP_MODE in V$DSC_EP_INFO. Jobs and timers run on it only: see that they run.'
  say 'Backups need the archives of DSC2 too: see that every backup job, also of the operating system, reaches them, and make a full backup.'
  say 'Where DmAPService runs on the other hosts, it runs on 10.0.2.103: systemctl status DmAPService.'
  say 'Where the other hosts have an agent of DEM (dmagent), 10.0.2.103 has one too, and DEM shows the new instance.'
  confirm 'Every point of the list is done.'
}

step_44() {
  begin clients 10.0.2.103 'Tell the clients'
  say 'Add the new address 192.168.56.103, port 5236, to dm_svc.conf of the clients: no file of the cluster holds it. A client reads it at its next start. Where EP_SELECTOR shares connections out, the shares change.'
  confirm 'Connections arrive at the new instance.'
}

check_files() {
  fresh 10.0.2.101 /home/data/dmasvrmal.ini 01a0b6a17a9a5c15116b76430fd4163bf27b875fa3eae7df0368403dea6a9c11 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904
  fresh 10.0.2.101 /home/data/dmdcr_cfg_bak.ini 680025568459ca0baf9ff2d687d1f547421f1cda63a485cfb63e1111d28438e0 a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df
  fresh 10.0.2.101 /home/data/dsc0_config/dmmal.ini 2066146cd97ef9e6a391b25c00079434c3a845f3266f2a09855008924686b4b5 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f
  fresh 10.0.2.102 /home/data/dmasvrmal.ini 01a0b6a17a9a5c15116b76430fd4163bf27b875fa3eae7df0368403dea6a9c11 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904
  fresh 10.0.2.102 /home/data/dmdcr_cfg_bak.ini 680025568459ca0baf9ff2d687d1f547421f1cda63a485cfb63e1111d28438e0 a7c276153a31e19707e30abcbe84ee55686b541d2d6a7e0fc7e84747bef8c8df
  fresh 10.0.2.102 /home/data/dsc1_config/dmmal.ini 2066146cd97ef9e6a391b25c00079434c3a845f3266f2a09855008924686b4b5 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f
  fresh 10.0.2.103 /home/data/dmasvrmal.ini - 68acba42aa577ee9ed1736b60a514cb8de6267e12c95497358d58f78c4eea904
  fresh 10.0.2.103 /home/data/dmdcr.ini - 9200f9d9873a0ca9c965696f9be7b659dc99c1c0525d33d698d755c2a43a1e93
  fresh 10.0.2.103 /home/data/dsc2_config/dm.ini - 102721b98d7b567918365fa4d5229e8c270acfd6559b31f7e551832ce7d8b531 23169dabcbd9a42ec6663d4c9297d0c62606d62b17f651ec1074bab291ab79dc
  fresh 10.0.2.103 /home/data/dsc2_config/dmarch.ini - 349e521ef3276db34f908399a69426a3bf34f8890eb9ca7627a17edabdea3b5d 6218652fbbac1d48a87d8f6f56651ac9654c9ffcfeb815863d598855d4c70449
  fresh 10.0.2.103 /home/data/dsc2_config/dmmal.ini - 2066146cd97ef9e6a391b25c00079434c3a845f3266f2a09855008924686b4b5 8bfdac4e0177aecb2741c27205315e51f23b101260f2254614034aeb130ded5f
  fresh monitor /home/data/cssm/dmcssm.ini f4eb0c2b0057fff1e6d4eae73a48b719c48662a3681eb7a8d3689af6a44a2f30 8e598794b5e44be52d9a790fe906a3c397a5094739db0a216c1505c0758b9171
  fresh 10.0.2.101 /home/data/dmdcr.ini a6503460cd626478ed54e7f12cfd2c858e6344d6bc2c5488d0f1c6505b2b5d26
  fresh 10.0.2.101 /home/data/dsc0_config/dm.ini 102721b98d7b567918365fa4d5229e8c270acfd6559b31f7e551832ce7d8b531
  fresh 10.0.2.101 /home/data/dsc0_config/dmarch.ini 349e521ef3276db34f908399a69426a3bf34f8890eb9ca7627a17edabdea3b5d
  fresh 10.0.2.102 /home/data/dmdcr.ini 39dde80a735e6c421b36c5bb3d78004138a45481112e36de041054a12230f39a
  fresh 10.0.2.102 /home/data/dsc1_config/dm.ini c457d5ecc0f9e228e3c00c7ec6257a35b14290f55aef19d4bafa04e9295ba618
  fresh 10.0.2.102 /home/data/dsc1_config/dmarch.ini c5a98519d331f4744bf244de899b701f7f6a24c533f4f86efad74415351c2e97
}
