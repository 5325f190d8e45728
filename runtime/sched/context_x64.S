// x86-64, System V. See context.h for what a switch saves, and why that is enough. The order of the
// pushes is SavedContext's.
#if defined(__x86_64__)
        .macro  save_registers
        pushq   %rbp
        pushq   %rbx
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        .endm
        .macro  resume
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        popq    %rcx
        jmp     *%rcx
        .endm

        .text
        .globl  mg_switch
        .hidden mg_switch
        .type   mg_switch, @function
        .p2align 4
mg_switch:
        save_registers
        movq    %rsp, (%rdi)
        movq    %rsi, %rsp
        resume
        .size   mg_switch, . - mg_switch

        .globl  mg_start_on
        .hidden mg_start_on
        .type   mg_start_on, @function
        .p2align 4
mg_start_on:
        save_registers
        movq    %rsp, (%rdi)
        movq    %rsi, %rsp
        xorl    %ebp, %ebp
        movq    %rcx, %rdi
        call    *%rdx
        call    mg_goroutine_end
        ud2
        .size   mg_start_on, . - mg_start_on

        .globl  mg_hand_over
        .hidden mg_hand_over
        .type   mg_hand_over, @function
        .p2align 4
mg_hand_over:
        save_registers
        movq    %rsp, %rax
        leaq    -8(%rsi), %rsp          # a saved context lies 8 off the alignment of calls
        movq    %rax, %rsi
        call    mg_left_slot
        addq    $8, %rsp
        resume
        .size   mg_hand_over, . - mg_hand_over

        .globl  mg_hand_over_alone
        .hidden mg_hand_over_alone
        .type   mg_hand_over_alone, @function
        .p2align 4
mg_hand_over_alone:
        save_registers
        subq    %rsp, %rdi
        movl    %edi, (%rdx)
        movq    %rsi, %rsp
        resume
        .size   mg_hand_over_alone, . - mg_hand_over_alone

        .globl  mg_hand_over_to_new
        .hidden mg_hand_over_to_new
        .type   mg_hand_over_to_new, @function
        .p2align 4
mg_hand_over_to_new:
        save_registers
        movq    %rsp, %rax
        movq    %rsi, %rsp
        movq    %rdx, %rbx
        movq    %rcx, %r12
        xorl    %ebp, %ebp
        movq    %rax, %rsi
        call    mg_left_slot
        movq    %r12, %rdi
        call    *%rbx
        call    mg_goroutine_end
        ud2
        .size   mg_hand_over_to_new, . - mg_hand_over_to_new

        .globl  mg_start_again
        .hidden mg_start_again
        .type   mg_start_again, @function
        .p2align 4
mg_start_again:
        movq    %rdi, %rsp
        xorl    %ebp, %ebp
        movq    %rdx, %rdi
        call    *%rsi
        call    mg_goroutine_end
        ud2
        .size   mg_start_again, . - mg_start_again
#endif
        .section .note.GNU-stack, "", @progbits
